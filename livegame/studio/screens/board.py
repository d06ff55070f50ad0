"""The board: your finished shows, each proven by its replay, on a board for each kind of play."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio.lines import Line, Span, bar, fit, line
from livegame.studio.screens.ranking import CARD, TALL, Ranking
from livegame.studio.screens.room import Plan
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from livegame.runs.panels import Panel as Board
    from livegame.runs.rows import Row


class BoardRoom(Ranking):
    """One's own runs."""

    HELP = "board"
    BINDINGS: ClassVar[list[BindingType]] = [
        *Ranking.KEYS,
        Binding("d", "ladder", t("board.key.ladder"), id="board.ladder"),
        Binding("l", "league", t("board.key.league"), id="board.league"),
        Binding("v", "review", t("review.key.review"), id="board.review"),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]

    def panels(self) -> Iterable[Widget]:
        """The ranking, and the best of each office."""
        yield from super().panels()
        yield Prose(self._offices, title=t("board.offices"), id="offices")

    def floor(self, width: int, height: int) -> Plan:
        """Side by side on a wide terminal, else under each other."""
        if width >= 150:
            left = width * 3 // 5
            x, room, about = left + 2, width - left - 3, 10
            offices = 18 if height >= 44 else 0
            card = CARD if height >= TALL else 0
            return {
                "rows": Region(0, 0, left, height - card),
                "card": Region(0, height - card, left, card),
                "about": Region(x, 0, room, about),
                "spread": Region(x, about + 1, room, height - about - offices - 1),
                "offices": Region(x, height - offices, room, offices),
            }
        if height < 34:
            below = max(7, height // 4)
            return {
                "rows": Region(0, 0, width, height - below - 1),
                "about": Region(0, height - below, width - 1, below),
            }
        half = width // 2
        return {
            "rows": Region(0, 0, width, height - 18),
            "about": Region(0, height - 17, half - 1, 17),
            "spread": Region(half + 1, height - 17, width - half - 2, 17),
        }

    def on_mount(self) -> None:
        """The list has the keys."""
        self.query_one("#rows", Picker).focus()

    def on_screen_resume(self) -> None:
        """Read the board in the background: new runs are replayed first."""
        self.read()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        boards: Sequence[Board] = ()
        try:
            boards = self.game.house.boards(self._sort)
            said = "" if boards else t("board.empty")
        except Exception as error:
            said = self.game.told(error)
        self.call_later(self.have, boards, said)

    def read(self) -> None:
        """In a thread."""
        self._read()

    def tell(self) -> None:
        """The offices, too."""
        super().tell()
        self.query_one("#offices", Prose).tell(self._offices)

    def _offices(self, width: int) -> list[Line]:
        """The best of each office, as bars against history's 1,000."""
        best: dict[str, Row] = {}
        for row in (row for board in self.boards for row in board.own):
            if row.role not in best or row.points > best[row.role].points:
                best[row.role] = row
        return [self._office(role, best.get(role), width) for role in self.game.house.roles()]

    def _office(self, role: str, row: "Row | None", width: int) -> Line:
        host = self.game.house.library().hosts.get(role)
        name = Span(fit(host.country if host else role, 14), "bold" if row else "dim")
        if row is None:
            return line(Span(" "), name, Span("☆☆☆", "dim"))
        size = max(4, width - 28)
        level = bar(min(1000, row.points // 2), size)
        points = Span(fit(figures.count(row.points), 7, ">"), "gold")
        return line(Span(" "), name, Span(figures.stars(row.stars) + "  ", "gold"), *level, points)

    def action_review(self) -> None:
        """What each choice of the run under the cursor was worth."""
        if self.row is None:
            self.say(t("board.no_review"))
        else:
            self.game.review(Path(self.row.file))

    def action_ladder(self) -> None:
        """The ladder of the day's challenge."""
        self.game.ladder(None)

    def action_league(self) -> None:
        """A folder of other people's runs."""
        self.game.open("league")
