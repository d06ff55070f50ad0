"""How a run comes about: begun, gone on with, rehearsed or taken over."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from livegame.catalog.texts import t
from livegame.studio.behind.stores import Stores
from livegame.studio.ports import Rival

if TYPE_CHECKING:
    from livegame.runs.campaigns.session import CampaignSession
    from livegame.runs.playback import Playback
    from livegame.runs.rehearsal import RehearsalSession
    from livegame.studio.ports import Playable


class Starts(Stores):
    """How a run comes about: begun, gone on with, rehearsed or taken over."""

    practice = False  # new runs are practice, in which the co-host helps
    rung = 1  # on which the first green room opens; a code's need not be open yet

    def newcomer(self) -> bool:
        """Whether nobody has begun a run here yet; cheap, because the first frame asks."""
        from livegame.studio.settings import home

        return next((home() / "runs").rglob("*.live"), None) is None

    def start(
        self,
        scenario: str,
        role: str,
        seed: int | None,
        player: str,
        rival: Rival | None = None,
        rung: int = 1,
    ) -> "Playable":
        """A new run, on a rung of difficulty; its file says whom it races.

        Raises:
            Exception: in one line why it cannot start.
        """
        from livegame.runs.hints import PRACTICE, with_hints
        from livegame.runs.session import Session

        mode = "free" if seed is None else "seeded"
        options = race_options(rival, scenario)
        if self.practice:
            mode, options = PRACTICE, with_hints(options)
        return Session.start(
            scenario, role, seed=seed, mode=mode, player=player, options=options, rung=rung
        )

    def rehearse(self, scenario: str, role: str, rung: int = 1) -> "Playable":
        """A run without a file, to see what a plan would be.

        Raises:
            Exception: in one line why it cannot start.
        """
        from livegame.runs.session import Session

        return Session.start(scenario, role, seed=0, mode="practice", keep=False, rung=rung)

    def rehearsal(self) -> "RehearsalSession":
        """A guided first show, without a file.

        Raises:
            Exception: in one line why there is none.
        """
        from livegame.runs.rehearsal import start

        return start()

    def resume(self, path: Path) -> "Playable":
        """An unfinished run, at the moment it was left.

        Raises:
            Exception: in one line why it cannot go on.
        """
        from livegame.runs.sealing import seal
        from livegame.runs.session import Session

        session = Session.resume(path)
        seal(session)  # the studio has no green room for a run that was left in one
        return session

    def days(self, path: Path) -> "CampaignSession | None":
        """An unfinished campaign of several days, at the step it was left; None for a night.

        Raises:
            Exception: in one line why it cannot go on.
        """
        from livegame.runs.store import peek

        if peek(path)[0].scenario not in self.library().campaigns:
            return None
        from livegame.runs.campaigns.session import CampaignSession

        return CampaignSession.resume(path)

    def raced(self, path: Path, league: str) -> tuple[Rival | None, bool]:
        """The run that an unfinished one races, and whether it races one that is not to be found.

        Raises:
            Exception: in one line why the file cannot be read.
        """
        from livegame.runs.raced import raced
        from livegame.runs.store import peek

        found = raced(peek(path)[0], Path(league) if league else None)
        if found is None or found.file is None:
            return None, found is not None
        return Rival(found.name or "chosen", found.file), False

    def unfinished(self) -> Sequence[Path]:
        """Run files that wait to be continued, newest first."""
        from livegame.runs.campaigns.waiting import waiting
        from livegame.runs.store import newest_first, unfinished

        return newest_first([*unfinished(), *waiting()])

    def about(self, path: Path) -> tuple[str, str]:
        """Whose show a run file holds; of which night, and the time on its clock when it was
        left. For the menu."""
        from livegame.catalog.figures import clock
        from livegame.runs.problems import RunError
        from livegame.runs.runfile import read_run
        from livegame.runs.store import peek

        (header, _), lib = peek(path), self.library()
        host, night = lib.hosts.get(header.role), lib.scene(header.scenario)
        office = host.country if host else header.role
        scene = lib.scenarios.get(header.scenario)
        if scene is None:
            return office, night.title if night else header.scenario
        try:
            tick = read_run(path).tick
        except RunError:  # whoever goes on with it is told what is wrong
            return office, scene.title
        time = clock(scene.starts, tick * scene.tick_seconds)[:5]
        return office, t("title.menu.continue.night", night=scene.title, time=time)

    def take_over(
        self, playback: "Playback", player: str, rival: Rival | None = None
    ) -> "Playable":
        """A run of one's own that goes on from the moment a playback shows; `rival` is raced.

        Raises:
            Exception: in one line why it cannot begin.
        """
        from livegame.runs.sealing import seal
        from livegame.runs.session import Session

        options = race_options(rival, playback.scenario.id)
        session = Session.take_over(playback, player=player, options=options)
        seal(session)  # at the very beginning, before history's own plan
        return session


def race_options(rival: Rival | None, scenario: str) -> dict[str, int | str]:
    """What a run's header says of the run that is raced.

    Raises:
        Exception: in one line why it cannot be raced.
    """
    if rival is None:
        return {}
    from livegame.runs import raced

    return raced.race_options(rival.file, scenario, rival.name)
