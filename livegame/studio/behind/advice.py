"""What can be known of a moment: what a beat would bring, what one would do, and why."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from livegame.studio.behind.stores import Stores

if TYPE_CHECKING:
    from livegame.bots.foresee import Foreseer
    from livegame.bots.review.report import Review
    from livegame.engine.actions import Beat
    from livegame.runs.because import Because
    from livegame.studio.ports import Forecast, Speaker


class Advice(Stores):
    """What can be known of a moment: what a beat would bring, what one would do, and why."""

    _foreseer: "Foreseer | None" = None

    def forecast(self, session: Any, beats: "Sequence[Beat]") -> "Sequence[Forecast]":
        """What each beat would bring; takes a tenth of a second, so ask in a thread.

        It is computed in a process of its own, so that the screen goes on painting.
        """
        return self._forecasts().forecast(session.world, session.state, session.room, beats)

    def _forecasts(self) -> "Foreseer":
        if self._foreseer is None:
            from livegame.bots.foresee import Foreseer

            self._foreseer = Foreseer()
        return self._foreseer

    def hint(self, session: Any) -> str:
        """What the co-host would do now, and why; ask in a thread."""
        from livegame.bots.cohost import hint

        return hint(session)

    def because(self, session: Any, product: str = "") -> "Because":
        """Why people come and go, and buy one of the goods, at this moment of a run."""
        from livegame.runs.because import because

        return because(getattr(session, "playback", session), product)

    def review(
        self, path: Path, progress: Callable[[int, int], None], stop: Callable[[], bool]
    ) -> "Review":
        """What each choice of a finished run was worth; many seconds, so ask in a thread.

        Raises:
            Stopped: `stop` said so.
            Exception: in one line why there is no review.
        """
        import os

        from livegame.bots.review.report import review

        jobs = max(2, os.cpu_count() or 1)
        return review(path, jobs=jobs, progress=progress, stop=stop)

    def voices(self, seed: int, *, by_day: bool = False) -> "Speaker":
        """Somebody to speak for the viewers, of a show that is held by day or not."""
        from livegame.runs.voices import Voices

        return Voices(seed, by_day=by_day)
