"""The settings: looks, speed, pacing, name. Each change is kept at once."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog.texts import t
from livegame.studio.keynames import USUAL, KeyNames, every_binding, keyed, names
from livegame.studio.lines import Line, Span, fit, join, line, pad
from livegame.studio.pace import SPEEDS
from livegame.studio.screens.room import Plan, Room
from livegame.studio.settings import MAX_NAME
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.prose import Prose
from livegame.studio.widgets.search import Search
from livegame.studio.wrap import flow

ROWS = ("theme", "speed", "paced", "danmaku", "low_bandwidth", "dollars", "name")


class SettingsRoom(Room):
    """Rows with a value each; left and right change it."""

    HELP = "settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,minus", "change(-1)", show=False, id="settings.left"),
        Binding(
            "right,plus,equals_sign",
            "change(1)",
            t("settings.key.change"),
            key_display="← →",
            id="settings.right",
        ),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]

    def panels(self) -> Iterable[Widget]:
        """The rows, what one means, and a line for the name."""
        yield Picker(title=t("settings.title"), id="rows")
        yield Search(t("settings.name_hint"), most=MAX_NAME, id="name")
        yield Prose(title=t("settings.about"), id="about")
        called = names(self)
        keys = Prose(title=t("settings.keymap"), id="keymap")
        keys.tell(lambda width: keymap(width, called, keys.rows))
        yield keys

    def floor(self, width: int, height: int) -> Plan:
        """Rows at the left, words at the right."""
        left = max(44, width // 2)
        return {
            "rows": Region(0, 0, left, len(ROWS) + 1),
            "name": Region(0, len(ROWS) + 2, left, 1),
            "about": Region(left + 2, 0, width - left - 3, len(ROWS) + 6),
            "keymap": Region(0, len(ROWS) + 7, width - 1, height - len(ROWS) - 7),
        }

    def on_mount(self) -> None:
        """As they are now."""
        name = self.query_one("#name", Search)
        name.text = self.game.settings.name
        self._fill()
        self.query_one("#rows", Picker).focus()

    def _fill(self) -> None:
        self.query_one("#rows", Picker).show([self._row(name) for name in ROWS])
        self.query_one("#about", Prose).tell(self._about)

    def _row(self, name: str) -> Line:
        return line(
            Span(fit(t(f"settings.row.{name}.name"), 20)), Span(f"◂ {self._value(name)} ▸", "bold")
        )

    def _value(self, name: str) -> str:
        settings = self.game.settings
        if name == "theme":
            return self.app.theme
        if name == "speed":
            return f"x{settings.speed}"
        if name == "name":
            return settings.name or t("common.nameless")
        return t("settings.yes" if getattr(settings, name) else "settings.no")

    def _about(self, width: int) -> list[Line]:
        name = ROWS[self.query_one("#rows", Picker).at]
        keys = flow(t("settings.keys", folder=str(self.game.house.folder())), width, "dim")
        return [*flow(keyed(self, f"settings.row.{name}.about"), width), (), *keys]

    def on_picker_moved(self) -> None:
        """Another row."""
        self.query_one("#about", Prose).tell(self._about)

    def on_picker_chosen(self) -> None:
        """Enter changes, too."""
        self.action_change(1)

    def action_change(self, way: int) -> None:
        """The next value of this row."""
        name, settings = ROWS[self.query_one("#rows", Picker).at], self.game.settings
        if name == "name":
            self.query_one("#name", Search).focus()
            return
        if name == "theme":
            self._theme(way)
        elif name == "speed":
            settings.speed = SPEEDS[(SPEEDS.index(settings.speed) + way) % len(SPEEDS)]
        else:
            setattr(settings, name, not getattr(settings, name))
        self._keep()

    def _theme(self, way: int) -> None:
        names = themes(self.app)
        at = names.index(self.app.theme) if self.app.theme in names else 0
        self.game.settings.theme = self.app.theme = names[(at + way) % len(names)]

    def _keep(self) -> None:
        self.game.keep_settings()
        self._fill()

    def on_search_changed(self, changed: Search.Changed) -> None:
        """Letters of the name."""
        self.game.settings.name = changed.text
        self._fill()

    def action_back(self) -> None:
        """Keep the name that is being typed, then leave."""
        self.game.keep_settings()
        super().action_back()

    def on_search_done(self) -> None:
        """The name stands."""
        self._keep()
        self.query_one("#rows", Picker).focus()


def themes(app: App[None]) -> list[str]:
    """The game's own themes first, then all others."""
    from livegame.studio.themes import OWN

    own = [theme.name for theme in OWN]
    return [*own, *sorted(name for name in app.available_themes if name not in own)]


def keymap(width: int, called: KeyNames = USUAL, room: int = 0) -> list[Line]:
    """Every binding that has a name for players, with its id and its keys as they are now.

    They go down the columns of each page of `room` rows; of one page without end, if it is 0.
    """
    cells = [
        line(Span(f" {name}".ljust(21), "dim"), Span(fit(called.every(name), 16), "key"))
        for name in every_binding()
    ]
    columns = max(1, width // 39)
    page = columns * room or len(cells)
    lines: list[Line] = []
    for first in range(0, len(cells), page):
        here = cells[first : first + page]
        rows = (len(here) + columns - 1) // columns
        lines += [join([pad(cell, 37) for cell in here[at::rows]]) for at in range(rows)]
    return lines
