"""The Record: every fact with its article, every assumption with its reason, every dispute."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog.texts import t
from livegame.studio.keynames import keyed
from livegame.studio.ledger import Entry, chapters
from livegame.studio.lines import Span, line
from livegame.studio.screens.room import Plan, Room
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.prose import Prose
from livegame.studio.widgets.search import Search
from livegame.studio.widgets.tabs import Tabs

CHAPTERS = ("facts", "assumptions", "disputes", "sources", "measures")


class Record(Room):
    """Chapters to leaf through, and a search."""

    HELP = "record"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False, id="record.left"),
        Binding("right", "turn(1)", t("record.key.chapter"), key_display="← →", id="record.right"),
        Binding("slash", "search", t("record.key.search"), key_display="/", id="record.search"),
        *(
            Binding(str(n + 1), f"chapter({n})", show=False, id=f"record.{name}")
            for n, name in enumerate(CHAPTERS)
        ),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._chapters: dict[str, list[Entry]] = {}
        self._open = CHAPTERS[0]
        self._found: list[Entry] = []

    def panels(self) -> Iterable[Widget]:
        """Tabs, search line, list, text."""
        yield Picker(title=t("record.title"), id="list")
        yield Tabs()
        yield Search(keyed(self, "record.hint"))
        yield Prose(title=t("record.about"), id="about")

    def floor(self, width: int, height: int) -> Plan:
        """List at the left, text at the right."""
        left = width // 2
        return {
            "tabs": Region(0, 0, width, 1),
            "search": Region(0, 1, width, 1),
            "list": Region(0, 2, left, height - 2),
            "about": Region(left + 1, 2, width - left - 2, height - 2),
        }

    def on_mount(self) -> None:
        """Open at the facts."""
        self._chapters = chapters(self.game.house.library())
        self._show()
        self.query_one("#list", Picker).focus()

    def _show(self, at: int = 0) -> None:
        wanted = self.query_one(Search).text.lower().split()
        names = [
            (key, t(f"record.chapter.{key}"), len(self._match(key, wanted))) for key in CHAPTERS
        ]
        self.query_one(Tabs).show(names, self._open)
        self._found = self._match(self._open, wanted)
        rows = [line(Span(entry.short)) for entry in self._found]
        self.query_one("#list", Picker).show(rows or [line(Span(t("record.none"), "dim"))], at)
        self._tell(at)

    def _match(self, chapter: str, wanted: list[str]) -> list[Entry]:
        entries = self._chapters[chapter]
        return [entry for entry in entries if all(word in entry.words for word in wanted)]

    def _tell(self, at: int) -> None:
        about = self.query_one("#about", Prose)
        about.tell(self._found[at].full if at < len(self._found) else lambda _: [])

    def on_picker_moved(self, moved: Picker.Moved) -> None:
        """Another entry."""
        self._tell(moved.at)

    def action_turn(self, way: int) -> None:
        """The next or last chapter."""
        at = (CHAPTERS.index(self._open) + way) % len(CHAPTERS)
        self.action_chapter(at)

    def action_chapter(self, at: int) -> None:
        """A chapter by its number."""
        self._open = CHAPTERS[at]
        self._show()

    def action_search(self) -> None:
        """Type what to look for."""
        self.query_one(Search).focus()

    def on_search_changed(self) -> None:
        """Other letters."""
        self._show()

    def on_search_done(self) -> None:
        """Back to the list."""
        self.query_one("#list", Picker).focus()

    def on_panel_hit(self, hit: Panel.Hit) -> None:
        """Clicks on tabs and search line."""
        if hit.verb == "tab":
            self.action_chapter(CHAPTERS.index(hit.what))
        elif hit.verb == "search":
            self.action_search()
