"""The first screen. It imports and reads as little as it can: its first frame is what starts."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import work
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.timer import Timer
from textual.widget import Widget

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio.keynames import names
from livegame.studio.lines import Line, Span, clip, fit, line
from livegame.studio.scene import paint
from livegame.studio.screens.room import Plan, Room
from livegame.studio.widgets.logo import Logo
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.picture import Picture

if TYPE_CHECKING:
    from livegame.runs.theatre import Reel
    from livegame.studio.ports import Today

IDLE_SECONDS = 30.0
TOLD = 13  # cells before what an entry is about
NIGHT = "night"  # a row of the menu that cannot be chosen
ENTRIES = (
    "play",
    "today",
    "festival",
    "theatre",
    "board",
    "rehearsal",
    "record",
    "settings",
    "help",
    "quit",
)


class Title(Room):
    """Logo, picture and menu."""

    HELP = "title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stay", show=False, id="room.back"),
        *(
            Binding(t(f"title.menu.{name}.key"), f"open('{name}')", show=False, id=f"title.{name}")
            for name in ("continue", *ENTRIES[:-1])
        ),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[str] = []
        self._waiting: Path | None = None
        self._about, self._called = ("", ""), ""  # office and night of the run to go on with
        self._today: Today | None = None
        self._idle: Timer | None = None
        self._turn = 0

    def panels(self) -> Iterable[Widget]:
        """Logo, picture, menu."""
        self._entries = self._order()
        yield Logo(t("title.words"))
        yield Picture(paint, id="picture")
        yield Picker([self._entry(name) for name in self._entries], id="menu")

    def floor(self, width: int, height: int) -> Plan:
        """The picture takes what logo and menu leave."""
        menu = 37 if width < 110 else 46
        tall = 7 if height >= 28 else 6
        top = 1 + (height >= 36)
        rest = Region(2, top + tall + 1, width - 4, height - top - tall - 2)
        left = rest.width - menu - 2
        lines = len(ENTRIES) * 2 + 1 if rest.height >= len(ENTRIES) * 2 + 1 else rest.height
        y = rest.y + max(0, (rest.height - lines) // 2)
        return {
            "logo": Region(0, top, width, tall),
            "picture": Region(rest.x, rest.y, left, rest.height),
            "menu": Region(rest.x + left + 2, y, menu, lines),
        }

    def on_mount(self) -> None:
        """The menu has the keys."""
        self.query_one("#menu", Picker).focus()

    def on_screen_resume(self) -> None:
        """A run may have been left in the meantime."""
        self._stay()
        if self.game.ready:
            self.query_one(Picture).redraw()  # its first frame goes without, and may have been all
            self.look()

    # -- nobody is there --------------------------------------------------

    def on_screen_suspend(self) -> None:
        """Something lies over the title."""
        if self._idle:
            self._idle.stop()
            self._idle = None

    def _stay(self) -> None:
        """Somebody is there: count anew."""
        self.on_screen_suspend()
        if self.app.animation_level != "none":
            self._idle = self.set_timer(IDLE_SECONDS, self._attract)

    def on_key(self) -> None:
        """Any key counts."""
        self._stay()

    def on_click(self) -> None:
        """A click counts."""
        self._stay()

    def on_picker_moved(self) -> None:
        """The wheel counts."""
        self._stay()

    @work(thread=True, exclusive=True, group="attract", exit_on_error=False)
    def _attract(self) -> None:
        """Fetch one of history's broadcasts; whoever comes back meanwhile stays here."""
        waited = self._idle
        reel = self.game.house.attraction(self._turn)
        self.call_later(self._roll, reel, waited)

    def _roll(self, reel: "Reel | None", waited: Timer | None) -> None:
        if reel and self.is_active and self._idle is waited:
            self._turn += 1
            self.game.attract(reel)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def look(self) -> None:
        """Find a run to go on with; reads files, so not in the first frame."""
        found = self.game.house.unfinished()
        about = self.game.house.about(found[0]) if found else ("", "")
        self.call_later(self._offer, found[0] if found else None, about)
        today = self.game.house.today()
        host = self.game.house.library().hosts.get(today.role)
        self.call_later(self._call, today, host.country if host else today.role)

    def _call(self, today: "Today", country: str) -> None:
        """Say whose room the day's challenge is."""
        self._today = today
        state = "fresh" if today.file is None else "begun" if today.points is None else "played"
        points = figures.count(today.points or 0)
        self._called = t(f"title.menu.today.{state}", country=country, points=points)
        self._list()

    def _list(self, at: int | None = None) -> None:
        """The menu, with the night of the run to go on with below it."""
        rows = [self._entry(name) for name in self._entries]
        below = [n for n, name in enumerate(self._entries) if name == NIGHT]
        self.query_one("#menu", Picker).show(rows, at, below)

    def _offer(self, path: Path | None, about: tuple[str, str]) -> None:
        menu = self.query_one("#menu", Picker)
        chosen = self._entries[menu.at]
        order = self._order()
        fresh = path is not None and self._waiting is None and menu.at == 0
        fresh = fresh or self._entries[0] == "rehearsal" != order[0]  # no newcomer any more
        self._waiting, self._about = path, about
        self._entries = [*(["continue", NIGHT] if path else []), *order]
        at = 0 if fresh else self._entries.index(chosen) if chosen in self._entries else 0
        self._list(at)

    def _order(self) -> list[str]:
        """The menu; who has not begun a run yet finds the rehearsal first."""
        if not self.game.house.newcomer():
            return list(ENTRIES)
        return ["rehearsal", *(name for name in ENTRIES if name != "rehearsal")]

    def _entry(self, name: str) -> Line:
        if name == NIGHT:
            return self._night()
        about = {"continue": self._about[0], "today": self._called}.get(name, "")
        about = about or ("" if name == "continue" else t(f"title.menu.{name}.about"))
        key = names(self).name("app.quit" if name == "quit" else f"title.{name}")
        return line(
            Span(fit(key, 2), "key"),
            Span(f"{t(f'title.menu.{name}.name'):<{TOLD - 2}}", "bold"),
            Span(about, "dim"),
        )

    def _night(self) -> Line:
        """Under the office; further left where it would be cut there."""
        room = max(1, self.query_one("#menu", Picker).size.width - 2)
        night = clip(self._about[1], room)
        return line(" " * max(0, min(TOLD, room - cell_len(night))), Span(night, "dim"))

    def on_picker_chosen(self, chosen: Picker.Chosen) -> None:
        """A menu entry was taken."""
        self.action_open(self._entries[chosen.at])

    def action_open(self, name: str) -> None:
        """Open what a menu entry stands for."""
        if name == "quit":
            self.app.exit()
        elif name == "continue":
            if self._waiting:
                self.game.resume(self._waiting)
        elif name == "today":
            if self._today:
                self.game.challenge(self._today)
            else:
                self.say(t("title.menu.today.wait"))
        elif name == "play":
            self.game.green()
        elif name == "rehearsal":
            self.game.rehearse()
        else:
            self.game.open(name)

    def action_stay(self) -> None:
        """Escape does nothing here: there is nowhere further back."""
