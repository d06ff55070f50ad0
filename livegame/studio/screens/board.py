"""The board: your best shows, each proven by its replay."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog.texts import t
from livegame.studio import figures, marks
from livegame.studio.lines import Line, Span, bar, fit, line
from livegame.studio.ports import BoardRow
from livegame.studio.screens.room import Plan, Room
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.prose import Prose
from livegame.studio.wrap import flow

SORTS = ("points", "service", "trust")
COLUMNS = (("place", 4), ("points", 8), ("stars", 5), ("rank", 6), ("service", 8), ("trust", 6))
WIDE = (("settled", 13), ("when", 18))


class BoardRoom(Room):
    """Rows at the top, what is behind one of them below."""

    HELP = "board"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "sort", t("board.key.sort"), id="board.sort"),
        Binding("f", "filter", t("board.key.filter"), id="board.filter"),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]

    def __init__(self, mark: str = "") -> None:
        super().__init__()
        self._mark_file = mark
        self._sort = SORTS[0]
        self._role = ""
        self._all: Sequence[BoardRow] = ()
        self._shown: list[BoardRow] = []
        self._said = t("board.reading")

    def panels(self) -> Iterable[Widget]:
        """The rows and one row's story."""
        yield Picker(title=t("board.title"), id="rows")
        yield Prose(self._about, title=t("board.about.title"), id="about")
        yield Prose(self._offices, title=t("board.offices"), id="offices")

    def floor(self, width: int, height: int) -> Plan:
        """Side by side on a wide terminal, else under each other."""
        if width >= 150:
            left = width * 2 // 3
            x, room, about = left + 2, width - left - 3, 10
            return {
                "rows": Region(0, 0, left, height),
                "about": Region(x, 0, room, about),
                "offices": Region(x, about + 1, room, height - about - 1),
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
            "offices": Region(half + 1, height - 17, width - half - 2, 17),
        }

    def on_mount(self) -> None:
        """Read the board in the background: new runs are replayed first."""
        self.query_one("#rows", Picker).focus()
        self._read()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        try:
            rows = self.game.house.rows(self._sort)
            said = "" if rows else t("board.empty")
        except Exception as error:
            rows, said = (), self.game.told(error)
        self.call_later(self._have, rows, said)

    def _have(self, rows: Sequence[BoardRow], said: str) -> None:
        self._all, self._said = rows, said
        self._fill(self._mark_file)

    def _fill(self, mark: str = "") -> None:
        self._shown = [row for row in self._all if not self._role or row.role == self._role]
        picker = self.query_one("#rows", Picker)
        at = next((n for n, row in enumerate(self._shown) if row.file == mark), 0)
        picker.title = t("board.title_sorted", sort=t(f"board.sort.{self._sort}"))
        picker.heading = self._heading()
        said = line(Span(self._said, "dim"))
        picker.show([self._line(n, row) for n, row in enumerate(self._shown)] or [said], at)
        self.query_one("#about", Prose).tell(self._about)
        self.query_one("#offices", Prose).tell(self._offices)

    def _columns(self) -> tuple[tuple[str, int], ...]:
        return (*COLUMNS, *WIDE) if self.size.width >= 110 else COLUMNS

    def _heading(self) -> Line:
        cells = "".join(fit(t(f"board.col.{name}"), size, ">") for name, size in self._columns())
        return line(Span(f"   {cells}  {t('board.col.who')}", "dim"))

    def _line(self, at: int, row: BoardRow) -> Line:
        sign = Span(
            f"{marks.YES if row.verified else marks.NO} ", "good" if row.verified else "bad"
        )
        place = str(row.place) if row.place else "-"
        values = {
            "place": place,
            "points": figures.count(row.points),
            "stars": figures.stars(row.stars),
            "rank": figures.ordinal(row.rank),
            "service": figures.percent(row.service),
            "trust": str(row.trust // 10),
            "settled": figures.yuan(row.settled),
            "when": row.finished_at[:16].replace("T", " "),
        }
        ink = {"points": "gold", "stars": "gold", "place": "dim", "when": "dim"}
        cells = [Span(fit(values[n], size, ">"), ink.get(n, "")) for n, size in self._columns()]
        fresh = Span(f" {t('board.new')}", "title") if row.file == self._mark_file else Span("")
        who = row.player or t("board.nobody")
        country = self._country(row.role)
        return line(
            sign, *cells, Span("  "), Span(country, "bold"), Span(f" · {who}", "dim"), fresh
        )

    def _country(self, role: str) -> str:
        host = self.game.house.library().hosts.get(role)
        return host.country if host else role

    def _about(self, width: int) -> list[Line]:
        if not self._shown:
            return flow(t("board.proof"), width, "dim")
        at = min(self.query_one("#rows", Picker).at, len(self._shown) - 1)
        row = self._shown[at]
        scene = self.game.house.library().scenarios.get(row.scenario)
        night = f"{scene.title}, {scene.date}" if scene else row.scenario
        proof = t("board.about.verified") if row.verified else t("board.about.failed", why=row.why)
        money = {"settled": figures.exact(row.settled), "points": figures.count(row.points)}
        return [
            *flow(f"{self._country(row.role)}: {night}", width, "bold"),
            *flow(
                f"{marks.YES if row.verified else marks.NO} {proof}",
                width,
                "good" if row.verified else "bad",
            ),
            *flow(t("board.about.money", **money), width),
            *flow(t("board.about.seed", seed=row.seed, mode=row.mode, file=row.file), width, "dim"),
        ]

    def _offices(self, width: int) -> list[Line]:
        """The best of each office, as bars against history's 1,000."""
        best: dict[str, BoardRow] = {}
        for row in self._all:
            if row.verified and row.points > (best[row.role].points if row.role in best else -1):
                best[row.role] = row
        return [self._office(role, best.get(role), width) for role in self.game.house.roles()]

    def _office(self, role: str, row: BoardRow | None, width: int) -> Line:
        name = Span(fit(self._country(role), 14), "bold" if row else "dim")
        if row is None:
            return line(Span(" "), name, Span("☆☆☆", "dim"))
        size = max(4, width - 28)
        level = bar(min(1000, row.points // 2), size)
        points = Span(fit(figures.count(row.points), 7, ">"), "gold")
        return line(Span(" "), name, Span(figures.stars(row.stars) + "  ", "gold"), *level, points)

    def on_picker_moved(self) -> None:
        """Another row."""
        self.query_one("#about", Prose).tell(self._about)

    def action_sort(self) -> None:
        """The next order."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self._read()

    def action_filter(self) -> None:
        """Only the office of this row, or all of them."""
        at = self.query_one("#rows", Picker).at
        self._role = (
            "" if self._role or not self._shown else self._shown[min(at, len(self._shown) - 1)].role
        )
        self._fill()
