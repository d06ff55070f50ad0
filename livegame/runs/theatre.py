"""The theatre's programme: every run file there is, and what is known of it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve, frozen

from livegame.catalog.problems import ContentError
from livegame.catalog.texts import t
from livegame.engine.rules import RULES
from livegame.runs.board import Board, seen
from livegame.runs.campaigns.seasons import content_of
from livegame.runs.curves import Curves, seen_through
from livegame.runs.landmarks import Landmark, landmarks
from livegame.runs.lines import Footer, Header
from livegame.runs.origin import from_words
from livegame.runs.packs import pack_missing, why_not_pack
from livegame.runs.playback import Playback
from livegame.runs.problems import RunError
from livegame.runs.replaying import bare
from livegame.runs.runfile import shown
from livegame.runs.saved import broadcasts
from livegame.runs.store import newest_first, peek, run_files, runs_folder
from livegame.runs.verify import verify

VERIFIED = "verified"
DIFFERS = "differs"
UNCHECKED = "not checked"
UNFINISHED = "unfinished"
OTHER_RULES = "other rules"
OTHER_CONTENT = "other content"
DAMAGED = "damaged"
NO_PACK = "no pack"
CLOSED = (OTHER_RULES, OTHER_CONTENT, NO_PACK, DAMAGED)
STATES = (VERIFIED, DIFFERS, UNCHECKED, UNFINISHED, *CLOSED)


@frozen
class Showing:
    """One run file.

    Attributes:
        file: where it is. shelf: "history", "own" or "league".
        scenario, role, mode, player: from its header; "" in a damaged file.
        points: what its end says; None if it has none.
        date: ISO time of its end, or of its beginning; not proven.
        state: one of STATES; why: "" or what is wrong with it.
        origin: "" or "from history at 21:12".
    """

    file: Path
    shelf: str
    state: str
    why: str = ""
    scenario: str = ""
    role: str = ""
    mode: str = ""
    player: str = ""
    points: int | None = None
    date: str = ""
    origin: str = ""

    @property
    def watchable(self) -> bool:
        """Whether `Playback` can show it; one of other rules can only be told."""
        return self.state not in CLOSED


def programme(league: Path | None = None) -> list[Showing]:
    """History's broadcasts, one's own runs (newest first) and those in a league's folder.

    Nothing is replayed: a run counts as verified if the board has replayed this very file.

    Raises:
        RunError: the data folder cannot be used.
    """
    known = Board().known()
    shelves: list[tuple[str, Iterable[Path]]] = [
        ("history", broadcasts()),
        ("own", newest_first(run_files(runs_folder()))),
        ("league", newest_first(run_files(league)) if league else ()),
    ]
    return [_showing(path, shelf, known) for shelf, paths in shelves for path in paths]


def check(showing: Showing) -> Showing:
    """The same, after replaying it: about half a second.

    What is found is kept on the board, unless the run is only a league's.

    Raises:
        RunError: the data folder cannot be used.
    """
    if showing.state in (UNFINISHED, DAMAGED):
        return showing
    if showing.shelf == "league":
        verdict = verify(showing.file)
        ok, why = verdict.ok, verdict.why
    else:
        row = Board().add(showing.file)
        ok, why = (row.verified, row.why) if row else (False, showing.why)
    return evolve(showing, state=VERIFIED if ok else _failed(showing), why=why)


def _failed(showing: Showing) -> str:
    return DIFFERS if showing.watchable else showing.state


def _showing(path: Path, shelf: str, known: dict[str, tuple[bool, str, int, int]]) -> Showing:
    try:
        header, footer = peek(path)
    except RunError as error:
        return Showing(path, shelf, DAMAGED, bare(error, shown(path)))
    state, why = _state(path, header, footer, known)
    return Showing(
        file=path,
        shelf=shelf,
        state=state,
        why=why,
        scenario=header.scenario,
        role=header.role,
        mode=header.mode,
        player=header.player,
        points=footer.points if footer else None,
        date=(footer.finished if footer else "") or header.created,
        origin=from_words(header),
    )


def _state(
    path: Path,
    header: Header,
    footer: Footer | None,
    known: dict[str, tuple[bool, str, int, int]],
) -> tuple[str, str]:
    if header.rules != RULES:
        return OTHER_RULES, t("runs.theatre.rules", found=header.rules, known=RULES)
    if pack_missing(header.scenario, header.options):
        return NO_PACK, why_not_pack(header.scenario, header.options)
    try:
        content = content_of(header)
    except (RunError, ContentError) as error:
        return OTHER_CONTENT, str(error)
    if header.content != content:
        return OTHER_CONTENT, t("runs.theatre.content")
    if footer is None:
        return UNFINISHED, ""
    found = known.get(str(path.resolve()))
    try:
        fresh = found is not None and found[2:] == seen(path)
    except OSError:
        fresh = False
    if found is None or not fresh:
        return UNCHECKED, ""
    return (VERIFIED, "") if found[0] else (DIFFERS, found[1])


@frozen
class Reel:
    """A run ready to be watched: it can be played from any moment.

    Attributes:
        playback: at its start; `jump` goes to any tick, `Session.take_over` goes on from there.
        curves: the whole run's, for the scrubber. landmarks: the moments to jump to.
    """

    playback: Playback
    curves: Curves
    landmarks: tuple[Landmark, ...]

    @classmethod
    def open(cls, path: Path) -> "Reel":
        """The run in a file; it is replayed once, which takes about half a second, so that
        jumping is quick afterwards.

        Raises:
            RunError: unreadable, from other rules or content, or it differs from its replay.
        """
        playback = Playback.open(path)
        curves = seen_through(playback)
        playback.jump(0)
        return cls(playback, curves, landmarks(curves))

    def ticks(self, kind: str) -> Iterator[int]:
        """The ticks of all moments of a kind."""
        return (mark.tick for mark in self.landmarks if mark.kind == kind)
