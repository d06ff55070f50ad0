"""Where a taken-over run comes from: said in its header, and as far as possible proven."""

from collections.abc import Mapping

from attrs import frozen

from livegame.catalog.texts import t
from livegame.runs.clean import clean
from livegame.runs.fields import HEX, NAME
from livegame.runs.hints import has_hints
from livegame.runs.lines import MOST_TICKS, PLAYER_LENGTH, Decision, Header
from livegame.runs.runfile import RunFile

TAKEN_OVER = "taken-over"
HISTORY = "history"


@frozen
class Origin:
    """The run that another one goes on from.

    Attributes:
        file: hash of its file's lines (`RunFile.content_key`).
        tick: the moment of taking over; what was decided before it is that run's.
        mode, player: as that run's header has them.
    """

    file: str
    tick: int
    mode: str
    player: str = ""

    def options(self) -> dict[str, int | str]:
        """The options of a header that say so."""
        return {
            "from-file": self.file,
            "from-tick": self.tick,
            "from-mode": self.mode,
            "from-player": self.player,
        }

    @property
    def words(self) -> str:
        """Whose run it was: "history", "Ann", "a nameless run"."""
        if self.mode == HISTORY:
            return t("runs.origin.history")
        return self.player or t("runs.origin.nameless")


def origin_of(options: Mapping[str, int | str]) -> Origin | None:
    """The origin that a header's options tell; None if they tell none, or not properly."""
    file, tick = options.get("from-file"), options.get("from-tick")
    mode, player = options.get("from-mode"), options.get("from-player")
    whole = isinstance(file, str) and len(file) == 64 and HEX.fullmatch(file)
    if not (whole and type(tick) is int and 0 <= tick <= MOST_TICKS):
        return None
    if not (isinstance(mode, str) and NAME.fullmatch(mode) and isinstance(player, str)):
        return None
    return Origin(str(file), tick, mode, clean(player, PLAYER_LENGTH))


def from_words(header: Header) -> str:
    """ "from history at 21:12" or "with hints"; "" if the run was all one's own."""
    origin = origin_of(header.options) if header.mode == TAKEN_OVER else None
    said = at_words(header.scenario, origin.words, origin.tick) if origin else ""
    hints = t("review.cohost.mark") if has_hints(header) else ""
    return ", ".join(part for part in (said, hints) if part)


def at_words(scenario: str, whose: str, tick: int) -> str:
    """ "from history at 21:12", by the scenario's clock; by the tick if it is unknown here."""
    from livegame.catalog.library import library

    scene = library().scenarios.get(scenario)
    if scene is None:
        return t("runs.origin.at_tick", whose=whose, tick=tick)
    hour, minute, second = (int(part) for part in f"{scene.starts}:00".split(":")[:3])
    total = hour * 3600 + minute * 60 + second + tick * scene.tick_seconds
    return t("runs.origin.at", whose=whose, time=f"{total // 3600 % 24:02}:{total // 60 % 60:02}")


def same_beginning(run: RunFile, other: RunFile, tick: int) -> bool:
    """Whether two runs are of one night and role and decide the same before a tick."""
    one, two = run.header, other.header
    night = (one.rules, one.scenario, one.content, one.role, one.seed)
    if night != (two.rules, two.scenario, two.content, two.role, two.seed):
        return False
    return _before(run, tick) == _before(other, tick)


def _before(run: RunFile, tick: int) -> list[Decision]:
    return [e for e in run.entries if isinstance(e, Decision) and e.tick < tick]
