"""The base of every screen: panels placed by a plan of the floor, the key bar below."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import NULL_OFFSET, NULL_SPACING, Offset, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.screen import Screen
from textual.widget import Widget

from livegame.catalog.texts import t
from livegame.studio.widgets.keybar import KeyBar
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.prose import Prose

if TYPE_CHECKING:
    from livegame.studio.answers.answer import Answer
    from livegame.studio.app import Livegame

Plan = dict[str, Region]


class Floor(Layout):
    """Places each child where the room's plan says; who is not in the plan is not shown."""

    name = "floor"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Ask the room for its plan."""
        if not isinstance(parent, Room):
            return []
        plan = parent.plan(size.width, size.height)
        return [
            WidgetPlacement(plan[child.id], NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id in plan and plan[child.id].area
        ]


class Room(Screen[None], inherit_bindings=False):
    """A screen of panels. Subclasses name their panels and say where these go at any size."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", show=False, id="focus.next"),
        Binding("shift+tab", "app.focus_previous", show=False, id="focus.back"),
        Binding("escape", "back", t("common.key.back"), id="room.back"),
        Binding("m", "read(1)", t("common.key.more"), id="room.more"),
        Binding("pagedown", "read(1)", show=False, id="room.page_on"),
        Binding("pageup", "read(-1)", show=False, id="room.page_back"),
    ]
    HELP: ClassVar[str] = "title"
    ALONE: ClassVar[bool] = False  # the app's own keys do nothing here

    def __init__(self) -> None:
        super().__init__()
        self._floor = Floor()

    @property
    def layout(self) -> Layout:
        """The floor."""
        return self._floor

    @property
    def game(self) -> "Livegame":
        """The app, by its own type."""
        return cast("Livegame", self.app)

    def panels(self) -> Iterable[Widget]:
        """The widgets of this room."""
        raise NotImplementedError

    def floor(self, width: int, height: int) -> Plan:
        """Where the panels go, by id, in `width` by `height` cells above the key bar."""
        raise NotImplementedError

    def plan(self, width: int, height: int) -> Plan:
        """The floor with the key bar below it."""
        if height < 2 or width < 2:
            return {}
        return {
            **self.floor(width, height - 1),
            "keys": Region(0, height - 1, width, 1),
        }

    def compose(self) -> ComposeResult:
        """The room's panels and the key bar."""
        yield from self.panels()
        yield KeyBar()

    def on_mount(self) -> None:
        """Each text says which key turns its pages."""
        for panel in self.placed():
            if isinstance(panel, Prose):
                panel.key = "room.more"

    def _paged(self) -> Prose | None:
        """The text whose pages the keys turn: the one in focus, else the first with several."""
        texts = [one for one in self.placed() if isinstance(one, Prose) and one.region.area]
        texts = [text for text in texts if text.pages > 1]
        return next((text for text in texts if text.has_focus), texts[0] if texts else None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a key for more text only where there is more."""
        if action == "read":
            return self._paged() is not None
        return super().check_action(action, parameters)

    def action_read(self, way: int) -> None:
        """The next page of the text, or the last one; round and round."""
        text = self._paged()
        if text:
            text.turn(way)

    def offers(self) -> Iterable[tuple[str, str, Callable[[], object]]]:
        """What can be done here that no named key does: name, words and deed, for the palette."""
        return ()

    def say(self, text: str) -> None:
        """A notice in the key bar."""
        self.query_one(KeyBar).say(text)

    def redraw(self) -> None:
        """Draw every panel again."""
        for panel in self.placed():
            panel.redraw()

    def placed(self) -> list[Panel]:
        """The panels, without a search through all there is on the screen."""
        return [child for child in self.children if isinstance(child, Panel)]

    def action_back(self) -> None:
        """Leave this room."""
        self.game.back()

    # -- why ---------------------------------------------------------------

    def figures(self) -> list[tuple[Region, str]]:
        """Every figure on the screen that can be asked about, by rows from the left."""
        found = [
            place
            for panel in self.query(Panel)
            if panel.display and panel.region.area
            for place in panel.figures()
        ]
        return sorted(found, key=lambda place: (place[0].y, place[0].x))

    def answer(self, why: str) -> "Answer | None":
        """What is to be said of a figure by its name; None where nothing is."""
        return None

    def everything(self) -> "Screen[None] | None":
        """All figures in words on one sheet, where the room has such a sheet."""
        return None

    def ask(self, why: str = "", at: Offset | None = None) -> None:
        """Take a figure apart: by its name and where it was pointed at, or the first one."""
        from livegame.studio.screens.ask import Ask

        if any(self.answer(name) for _, name in self.figures()):
            self.app.push_screen(Ask(self, why, at))
        elif sheet := self.everything():
            self.app.push_screen(sheet)
        else:
            self.say(t("why.none"))

    def action_why(self) -> None:
        """What stands behind the figures."""
        self.ask()

    def on_unmount(self) -> None:
        """Let go of what was painted, as each panel does."""
        self._styles_cache.clear()

    def on_panel_hit(self, hit: Panel.Hit) -> None:
        """A click in the key bar presses the key; one on a figure asks why."""
        if hit.verb == "key":
            hit.stop()
            self.app.simulate_key(hit.what)
        elif hit.verb == "why":
            hit.stop()
            self.ask(hit.what, hit.at)
