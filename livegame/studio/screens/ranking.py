"""Ranked runs, one board at a time, with history's line among them; any row can be watched."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio import marks, ranked
from livegame.studio.lines import Line, Span, line
from livegame.studio.ports import Rival
from livegame.studio.screens.reading import Reading
from livegame.studio.screens.room import Room
from livegame.studio.widgets.card import Card
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.prose import Prose
from livegame.studio.wrap import flow

if TYPE_CHECKING:
    from livegame.runs.panels import Panel as Board
    from livegame.runs.rows import Row
    from livegame.studio.answers.answer import Answer

SORTS = ("points", "service", "trust")
TALL, CARD = 44, 20  # rows from which there is a picture of the office below its runs; its rows


class Ranking(Room):
    """Boards to leaf through. Subclasses say where the runs come from.

    Attributes:
        boards: what was read, in order; at: which of them is shown.
        mine: whether the rows are one's own, so that the newest is worth a mark.
    """

    KEYS: ClassVar[list[BindingType]] = [
        Binding("w", "watch", t("board.key.watch"), key_display="⏎", id="board.watch"),
        Binding("left", "turn(-1)", show=False, id="board.left"),
        Binding("right", "turn(1)", t("board.key.turn"), key_display="← →", id="board.right"),
        Binding("o", "sort", t("board.key.sort"), id="board.sort"),
        Binding("h", "spread", t("board.key.spread"), id="board.spread"),
        Binding("r", "race", t("board.key.race"), id="board.race"),
        Binding("question_mark", "why", t("why.key"), key_display="?", id="room.why"),
    ]
    mine: ClassVar[bool] = True

    def __init__(self, mark: str = "") -> None:
        super().__init__()
        self.boards: Sequence[Board] = ()
        self.at = 0
        self._mark = mark
        self._sort = SORTS[0]
        self._rows: list[Row | None] = []
        self._said = t("board.reading")
        self._opening = False

    def panels(self) -> Iterable[Widget]:
        """The rows, what is behind one of them, and how the points spread."""
        yield Picker(title=t("board.title"), id="rows")
        yield Prose(self._about, title=t("board.about.title"), id="about")
        yield Prose(self._spread, title=t("board.spread.title"), id="spread")
        yield Card()

    def read(self) -> None:
        """Read the boards again, in the order that is chosen."""
        raise NotImplementedError

    def have(self, boards: "Sequence[Board]", said: str) -> None:
        """What was read; `said` stands where there is nothing."""
        here = self.board
        self.boards, self._said = boards, said
        named = ranked.name(here) if here else ""
        marked = next((n for n, board in enumerate(boards) if self._marked(board)), None)
        same = next((n for n, board in enumerate(boards) if ranked.name(board) == named), None)
        best = max(range(len(boards)), key=lambda n: self._first(boards[n]), default=0)
        self.at = next(n for n in (same, marked, best) if n is not None)
        self._fill(fresh=here is None)

    def _marked(self, board: "Board") -> bool:
        return any(row.file == self._mark for row in board.rows)

    def _first(self, board: "Board") -> tuple[str, int] | tuple[int, str]:
        """By what the board to begin with is chosen: one's newest run, or most of the others'."""
        newest, size = ranked.finished(board), len(board.rows)
        return (newest, size) if self.mine else (size, newest)

    @property
    def board(self) -> "Board | None":
        """The board that is shown."""
        return self.boards[self.at] if self.at < len(self.boards) else None

    @property
    def row(self) -> "Row | None":
        """The row under the cursor; None on history's line."""
        at = self.query_one("#rows", Picker).at
        return self._rows[at] if at < len(self._rows) else None

    def _fill(self, *, fresh: bool = True) -> None:
        picker, board = self.query_one("#rows", Picker), self.board
        if board is None:
            self._rows = []
            picker.title, picker.heading = t("board.title"), ()
            picker.show([line(Span(self._said, "dim"))], 0)
        else:
            own = self._own(board)
            self._rows = ranked.with_par(board, self._sort)
            number = t("board.number", at=self.at + 1, of=len(self.boards))
            picker.title = f"{number}  {self.words(board)}"
            picker.heading = ranked.heading(self.size.width)
            lines = [
                ranked.row_line(row, self.size.width, new=row.file == self._mark)
                if row
                else ranked.par_line(board, self.size.width)
                for row in self._rows
            ]
            own = own or next((row for row in self._rows if row), None)
            at = next((n for n, row in enumerate(self._rows) if row is own), 0)
            picker.show(lines, at if fresh else None)
        self.tell()

    def words(self, board: "Board") -> str:
        """Which board it is, in words: night, office, and how it was played."""
        library = self.game.house.library()
        host, scene = library.hosts.get(board.role), library.scene(board.scenario)
        country = host.country if host else board.role
        night = f"{scene.date[:4]} " if scene and len(library.scenarios) > 1 else ""
        return f"{night}{country}, {ranked.how(board)} · {t(f'board.sort.{self._sort}')}"

    def _own(self, board: "Board") -> "Row | None":
        marked = next((row for row in board.rows if row.file == self._mark), None)
        return marked or (board.newest if self.mine else None)

    def tell(self) -> None:
        """Write the texts anew."""
        self.query_one("#about", Prose).tell(self._about)
        self.query_one("#spread", Prose).tell(self._spread)
        role = self.board.role if self.board else ""
        self.query_one(Card).show(self.game.house.library(), role)

    def _about(self, width: int) -> list[Line]:
        row, board = self.row, self.board
        if board is None:
            return flow(t("board.proof"), width, "dim")
        if row is None:
            return ranked.about_par(board, width)
        scene = self.game.house.library().scene(row.scenario)
        night = f"{scene.title}, {scene.date}" if scene else row.scenario
        sign, ink = (marks.YES, "good") if row.verified else (marks.NO, "bad")
        why = {"why": row.why}
        proof = t("board.about.verified") if row.verified else t("board.about.failed", **why)
        money = {"settled": figures.exact(row.settled), "points": figures.count(row.points)}
        who = row.player or t("common.nameless")
        return [
            *flow(f"{who}: {night}", width, "bold"),
            *flow(f"{sign} {proof}", width, ink),
            *flow(t("board.about.money", **money), width),
            *flow(t("board.about.seed", seed=row.seed, mode=row.origin or row.mode), width, "dim"),
            *flow(row.file, width, "dim"),
        ]

    def _spread(self, width: int) -> list[Line]:
        board = self.board
        return ranked.spread(board, self._own(board), width) if board else []

    def answer(self, why: str) -> "Answer | None":
        """A figure of a row, of history's line, or of how the points spread."""
        from livegame.studio.answers import ranks

        board = self.board
        if board is None:
            return None
        kind, _, what = why.partition(":")
        if kind == "par":
            return ranks.par(board)
        if kind == "spread":
            return ranks.spread(board, int(what))
        figure, _, key = what.partition(":")
        found = next((row for row in board.rows if row.key == key), None)
        return ranks.row(board, found, figure) if found else None

    # -- hands ------------------------------------------------------------

    def on_picker_moved(self) -> None:
        """Another row."""
        self.query_one("#about", Prose).tell(self._about)

    def on_picker_chosen(self) -> None:
        """Watch it."""
        self.action_watch()

    def action_turn(self, way: int) -> None:
        """The next or last board."""
        if self.boards:
            self.at = (self.at + way) % len(self.boards)
            self._fill()

    def action_sort(self) -> None:
        """The next order."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self.read()

    def action_spread(self) -> None:
        """How the points spread, on a sheet: there is not always room for it beside the rows."""
        if self.board:
            self.app.push_screen(Reading(t("board.spread.title"), self._spread))

    def action_race(self) -> None:
        """To the green room, with this run to race."""
        row, board = self.row, self.board
        file = Path(row.file) if row else board.par.file if board and board.par else None
        if board is None or file is None:
            self.say(t("board.no_file"))
            return
        if row:
            rival = Rival("chosen", file, row.player or t("common.nameless"))
        else:
            rival = Rival("history", file)
        self.game.green(board.scenario, board.role, rival)

    def action_watch(self) -> None:
        """Watch the run under the cursor; it is replayed once, so that seeking is quick."""
        row, board = self.row, self.board
        file = Path(row.file) if row else board.par.file if board and board.par else None
        if file is None or self._opening:
            if not self._opening and board:
                self.say(t("board.no_file"))
            return
        self._opening = True
        self.say(t("theatre.opening"))
        self._open(file)

    @work(thread=True, group="open", exit_on_error=False)
    def _open(self, file: Path) -> None:
        try:
            watch = self.game.watching(file)
        except Exception as error:
            self.call_later(self._opened, None, self.game.told(error))
            return
        self.call_later(self._opened, watch, "")

    def _opened(self, watch: Callable[[], None] | None, said: str) -> None:
        self._opening = False
        self.say(said)
        if watch and self.is_active:
            watch()
