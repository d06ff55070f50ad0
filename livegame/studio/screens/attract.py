"""Nobody is at the keys: history's broadcast plays itself until somebody is."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key

from livegame.catalog.texts import t
from livegame.studio.screens.watch import WatchRoom

SPEED = 4


class Attract(WatchRoom, inherit_bindings=False):
    """A watching studio that any key leaves."""

    ALONE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "back",
            t("theatre.key.any"),
            key_display=t("theatre.key.any_key"),
            id="attract.back",
        ),
    ]

    def first_speed(self) -> int:
        """At its own speed."""
        return SPEED

    def _end(self) -> None:
        """Back to the title, which will call the next one."""
        super()._end()
        self._leave()

    def _leave(self) -> None:
        if self.is_active:
            self.game.back()

    def on_key(self, event: Key) -> None:
        """Any key returns to the title."""
        event.stop()
        self._leave()

    def on_click(self) -> None:
        """A click does, too."""
        self._leave()
