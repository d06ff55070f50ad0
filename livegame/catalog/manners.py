"""How a night holds a pitch that others hold, too: rows that take the place of single numbers."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import asdict, evolve, field, frozen

from livegame.catalog.models import Pitch
from livegame.catalog.problems import ContentError
from livegame.catalog.ranges import within

if TYPE_CHECKING:
    from livegame.catalog.nights import Scenario

MOST = 10_000


@frozen
class Manner:
    """A pitch held otherwise in one night; what is not named stays as it is elsewhere.

    Attributes:
        pitch: whose numbers these are.
        power: per mille of the desire that it builds elsewhere.
        seconds, voice, doubt, trust, mood, pull, extra, reopen, cost, wear: see `Pitch`.
        reason: why it should be so here; it is an assumption.
    """

    pitch: str
    reason: str
    power: int = field(default=1000, validator=within(0, MOST))
    seconds: int | None = None
    voice: int | None = None
    doubt: int | None = None
    trust: int | None = None
    mood: int | None = None
    pull: int | None = None
    extra: int | None = None
    reopen: int | None = None
    cost: int | None = None
    wear: int | None = None
    source: str = ""

    def numbers(self) -> dict[str, int]:
        """The numbers that it names, beside its power."""
        told = asdict(self)
        return {key: value for key in KEYS if (value := told[key]) is not None}


KEYS = ("seconds", "voice", "doubt", "trust", "mood", "pull", "extra", "reopen", "cost", "wear")


def held(pitch: Pitch, manner: Manner) -> Pitch:
    """A pitch as a night holds it.

    Raises:
        ContentError: a number that no pitch may have.
    """
    desire = {name: value * manner.power // 1000 for name, value in pitch.desire.items()}
    own: dict[str, Any] = {"desire": desire, **manner.numbers()}
    try:
        return evolve(pitch, **own)
    except (ValueError, TypeError) as error:
        raise ContentError(f"manner of {pitch.id}: {error}") from None


def held_here(pitches: Mapping[str, Pitch], manners: Sequence[Manner]) -> dict[str, Pitch]:
    """All pitches, those with a manner as the night holds them."""
    own = {row.pitch: held(pitches[row.pitch], row) for row in manners if row.pitch in pitches}
    return {**pitches, **own}


def check_manners(
    scene: "Scenario", pitches: Mapping[str, Pitch], sources: Mapping[str, Any]
) -> None:
    """Hold the manners of a night against its pitches.

    Raises:
        ContentError: a pitch that the night has not, one with two manners, one whose link would
            open after its end, a source in vain, or a number that no pitch may have.
    """
    names = [row.pitch for row in scene.manner]
    for row in scene.manner:
        at = f"scenario {scene.id} manner of {row.pitch}"
        if row.pitch not in scene.pitches:
            raise ContentError(f"{at}: the night has no such pitch; {', '.join(scene.pitches)}")
        if names.count(row.pitch) > 1:
            raise ContentError(f"{at}: it stands twice; name it once")
        if row.source and row.source not in sources:
            raise ContentError(f"{at}: no source {row.source!r}; there are {', '.join(sources)}")
        one = held(pitches[row.pitch], row)
        if one.launch >= one.seconds:
            raise ContentError(f"{at}: its link opens at second {one.launch}; make it longer")
