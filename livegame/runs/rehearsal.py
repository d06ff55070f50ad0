"""The rehearsal: a short show on the real rules that no board, list or challenge knows of.

Its scenario stands apart in content/rehearsal. It is laid over the library for this one world, so
nothing that goes through the library's nights ever meets it, and its runs are never kept.
"""

from functools import lru_cache

from attrs import evolve, field, frozen

from livegame.catalog.library import Library, library
from livegame.catalog.nights import Scenario
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import load_toml, structure
from livegame.catalog.running import Script
from livegame.engine.actions import Action
from livegame.engine.compile import build_world
from livegame.engine.events import Event
from livegame.engine.rules import RULES
from livegame.engine.world import World
from livegame.runs.beginning import seed_of
from livegame.runs.clock import now
from livegame.runs.lines import Header
from livegame.runs.session import Session
from livegame.runs.track import Track

REHEARSAL = "rehearsal"


@frozen
class Step:
    """One thing that is taught.

    Attributes:
        id: names its words in the texts.
        does: what ends it; see `livegame.runs.coach`.
        panel: the panel of the studio where it is to be seen.
        key: id of the binding that does it, "" if it is a pitch or nothing.
        pitch: id of the pitch that does it, "" if it is a key or nothing.
        wait: seconds without a key after which it is said.
    """

    id: str
    does: str
    panel: str
    wait: float
    key: str = ""
    pitch: str = ""


@frozen
class Rehearsal:
    """What the file says.

    Attributes:
        goods: ids of all goods on sale, in all rooms.
        fit: the night whose calibrated taste for the goods is used.
        arrivals: share of the crowd that comes, as in a calibration.
        waiting: share of the crowd that waits for the rooms to go on air.
        after: the night that the player is sent to.
        facts: what is on record about the goods of the player's room.
    """

    goods: list[str]
    fit: str
    arrivals: float
    arrivals_reason: str
    waiting: float
    waiting_reason: str
    after: str
    scenario: Scenario
    script: list[Script]
    step: list[Step]
    facts: list[str] = field(factory=list)

    @property
    def role(self) -> str:
        """The player's office: the first one."""
        return self.scenario.roles[0]


class RehearsalSession(Session):
    """A run without a file.

    Attributes:
        taken: all decisions so far, oldest first.
    """

    def __init__(self, track: Track, header: Header) -> None:
        super().__init__(track, header, None)
        self.taken: list[Action] = []

    def decide(self, action: Action) -> tuple[Event, ...]:
        """Take a decision, and remember it.

        Raises:
            RunError: it is not allowed.
        """
        events = super().decide(action)
        self.taken.append(action)
        return events


@lru_cache(maxsize=1)
def rehearsal() -> Rehearsal:
    """The rehearsal as its file has it.

    Raises:
        ContentError: the file is damaged, or refers to nothing.
    """
    path = library().folder / REHEARSAL / "show.toml"
    read = structure(load_toml(path), Rehearsal, path.name)
    _known(read, library())
    return read


def _known(read: Rehearsal, lib: Library) -> None:
    """Refuse names that the content does not have.

    Raises:
        ContentError: one is wrong.
    """
    named = (
        ("good", read.goods, lib.products),
        ("night", [read.fit, read.after], lib.scenarios),
        ("calibration", [read.fit], lib.fits),
        ("host", read.scenario.roles, lib.hosts),
        ("pitch", [*read.scenario.pitches, *(s.pitch for s in read.step if s.pitch)], lib.pitches),
        ("fact", read.facts, lib.facts),
    )
    for what, names, known in named:
        for name in names:
            if name not in known:
                raise ContentError(f"{REHEARSAL}: no {what} {name!r}; check the spelling")


@lru_cache(maxsize=1)
def rehearsal_world() -> World:
    """The rehearsal, compiled.

    Raises:
        ContentError: its content does not fit together.
    """
    read, lib = rehearsal(), library()
    fit = evolve(lib.fits[read.fit], scenario=REHEARSAL, arrivals=read.arrivals, par={})
    waiting = evolve(lib.assumptions["crowd.waiting"], value=read.waiting)
    laid = evolve(
        lib,
        products={name: lib.products[name] for name in read.goods},
        scenarios={REHEARSAL: read.scenario},
        scripts={REHEARSAL: {script.role: script for script in read.script}},
        fits={REHEARSAL: fit},
        assumptions={**lib.assumptions, waiting.id: waiting},
    )
    return build_world(laid, REHEARSAL)


def start(seed: int | None = None) -> RehearsalSession:
    """Begin a rehearsal; the luck is drawn if no seed is given.

    Raises:
        ContentError: its content is damaged.
        RunError: a bad seed.
    """
    world, read = rehearsal_world(), rehearsal()
    header = Header(
        rules=RULES,
        scenario=REHEARSAL,
        content=world.content_hash,
        role=read.role,
        seed=seed_of(seed),
        mode=REHEARSAL,
        options={},
        player="",
        created=now(),
    )
    track = Track.begin(world, world.room_of(read.role), header.seed, header.encode())
    return RehearsalSession(track, header)
