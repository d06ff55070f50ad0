"""A running order at work on a thread of its own, so that the screen lives on and can be left."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from livegame.runs.campaigns.evening import EveningSession


class RunningOrder:
    """Hosts shows, one at a time.

    Attributes:
        percent: how far the show is that it hosts; None while it hosts none.
    """

    def __init__(self) -> None:
        self.percent: int | None = None
        self._left = threading.Event()
        self._hand = threading.Lock()

    def host(self, show: "EveningSession", tell: Callable[[int], object]) -> None:
        """Host the rest of a show, or as much of it as there is time for until `leave`.

        Args:
            tell: takes each new per cent of the show, on this thread.

        Raises:
            RunError: its decisions cannot be written.
        """
        told = -1

        def progress(done: int, of: int) -> None:
            nonlocal told
            percent = done * 100 // of
            if percent != told:
                told = percent
                tell(percent)

        with self._hand:
            show.by_script(progress, self._left.is_set)

    def leave(self) -> None:
        """Stop where the show is; once this returns, nothing is written any more."""
        self._left.set()
        with self._hand:
            pass
