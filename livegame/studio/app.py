"""The Textual app: it opens screens, keeps the settings, and ends cleanly whatever happens."""

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar

from textual import work
from textual.actions import ActionParseResult
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.events import Resize
from textual.screen import Screen

from livegame.catalog.texts import t
from livegame.studio import collector, doors
from livegame.studio.ending import crashed
from livegame.studio.house import House
from livegame.studio.inks import Inks, mix, plain
from livegame.studio.keynames import KeyNames
from livegame.studio.paint import paint_now
from livegame.studio.ports import Errand
from livegame.studio.screens.room import Room
from livegame.studio.screens.small import TooSmall, fits
from livegame.studio.screens.title import Title
from livegame.studio.settings import Settings, home, load, save
from livegame.studio.themes import OWN, PLAIN
from livegame.studio.ways import Ways


class Livegame(Ways, inherit_bindings=False):
    """The game's windows onto its runs.

    Attributes:
        house: the way to runs, board, forecasts and content.
        ready: the first frame has been shown.
        key_names: what keys are called, wherever the player has put them.
    """

    CSS_PATH = Path(__file__).with_name("app.tcss")
    TITLE = "livegame"
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", t("common.key.help"), id="app.help", key_display="F1"),
        Binding("q", "quit", t("common.key.quit"), id="app.quit"),
        Binding("ctrl+q,ctrl+c", "quit", show=False, priority=True, id="app.quit_now"),
        Binding("ctrl+p", "command_palette", show=False, priority=True, id="app.palette"),
        Binding("ctrl+z", "suspend_process", show=False, id="app.suspend"),
    ]

    def __init__(
        self,
        house: House | None = None,
        settings: Settings | None = None,
        *,
        scenario: str | None = None,
        role: str | None = None,
        seed: int | None = None,
        errand: Errand | None = None,
        notice: str = "",
    ) -> None:
        self.settings = settings or Settings()
        self.house = house or House()
        self.ready = False
        self._wanted = (scenario, role)
        self._errand = errand or Errand()
        self.seed = seed
        self._notice = notice
        self._waits = False
        self._inks: tuple[str, Inks] | None = None
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for theme in OWN:
            self.register_theme(theme)
        wanted = (os.environ.get("TEXTUAL_THEME", ""), self.settings.theme, OWN[0].name)
        chosen = next(name for name in wanted if name in self.available_themes)
        self.set_reactive(App.theme, PLAIN if self.no_color else chosen)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_keymap(self.settings.keys)
        self.key_names = KeyNames(self.settings.keys)

    def get_default_screen(self) -> Screen[None]:
        """The title."""
        return Title()

    @property
    def inks(self) -> Inks:
        """The inks of the theme in use."""
        if self._inks is None or self._inks[0] != self.theme:
            theme = self.current_theme
            inks = plain() if theme.ansi else mix(theme.to_color_system().generate())
            self._inks = (self.theme, inks)
        return self._inks[1]

    def on_ready(self) -> None:
        """The first frame stands: fetch the rest, and let the collector leave this heap alone."""
        self.ready = True
        collector.begin()
        if not self.is_headless:
            self.heed_signals()
            self.app_resume_signal.subscribe(self, self._resumed)
        if self._notice:
            self.say(self._notice)
        self.begin()
        if isinstance(self.screen, Room):
            self.call_after_refresh(self.screen.redraw)
        self.warm()

    def begin(self, _: object = None) -> None:
        """Go where the command line says; not before there is room, as a key that is pressed
        blindly may spend a challenge's one attempt."""
        if isinstance(self.screen, TooSmall) and (self._errand.kind or any(self._wanted)):
            self._waits = True
            return
        if self._errand.kind:
            self.run_errand(self._errand, *self._wanted)
        elif any(self._wanted):
            self.green(*self._wanted)

    def _roomy(self, _: object = None) -> None:
        """There is room again: what waited for it begins."""
        if self._waits:
            self._waits = False
            self.call_later(self.begin)

    def _resumed(self, app: App[None]) -> None:
        """After ctrl+z and fg the terminal is empty: paint all of it, not only what changed."""
        self.screen.refresh()

    @work(thread=True, exit_on_error=False)
    def warm(self) -> None:
        """Import and read what playing needs, then look for an unfinished run."""
        self.house.warm()
        self.call_later(self._warmed)

    def settle(self) -> None:
        """What has been read lives on; tests share their heap with much that does not."""
        if not self.is_headless:
            collector.settle()

    def _warmed(self) -> None:
        self.settle()
        if isinstance(self.screen, Title):
            self.screen.look()

    def say(self, text: str) -> None:
        """A notice in the key bar of the room in front."""
        if isinstance(self.screen, Room):
            self.screen.say(text)

    def on_resize(self, event: Resize) -> None:
        """Too small a terminal gets a sign; the sign goes by itself."""
        if not fits(*event.size) and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall(), self._roomy)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """On too small a terminal there is nothing to do but to enlarge it, or to leave."""
        if len(self.screen_stack) and isinstance(self.screen, TooSmall):
            return action in ("quit", "suspend_process")
        if len(self.screen_stack) and isinstance(self.screen, Room) and self.screen.ALONE:
            return action == "suspend_process"
        return True

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key is for, and have it painted at once."""
        done = await super().run_action(action, default_namespace, namespaces)
        if done and self.screen_stack:
            paint_now(self.screen)
        return done

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The command palette: what can be done here, every room, every theme."""
        return doors.commands(self, screen)

    def action_command_palette(self) -> None:
        """Open the command palette."""
        if self.screen.id != "--command-palette":
            self.push_screen(doors.palette())

    def keep_settings(self) -> None:
        """Write the settings down."""
        folder = self.house.folder()
        if not save(self.settings, folder):
            self.say(t("common.error.unsaved", path=folder))

    def action_help(self) -> None:
        """What is on this screen, and its keys."""
        screen = self.screen
        if isinstance(screen, Room) and not isinstance(screen, TooSmall):
            self.push_screen(doors.help_for(screen))


def run(
    scenario: str | None = None,
    role: str | None = None,
    seed: int | None = None,
    errand: Errand | None = None,
    practice: bool = False,
    rung: int = 1,
) -> int:
    """Play in this terminal; returns the exit code. `practice`: new runs have a
    co-host; `rung`: on which the first green room opens."""
    collector.wait()
    folder = home()
    settings, broken = load(folder)
    notice = t("common.error.settings", name=broken) if broken else ""
    crash: BaseException | None = None
    app: Livegame | None = None
    try:
        app = Livegame(
            settings=settings,
            scenario=scenario,
            role=role,
            seed=seed,
            errand=errand,
            notice=notice,
        )
        app.house.practice = practice
        app.house.rung = rung
        app.run()
    except Exception as error:
        crash = error
    finally:
        collector.end()
    crash = crash or (app.crash if app else None)
    if crash:
        return crashed(crash, folder)
    if app and app.left:
        print(t("studio.said.kept_in", file=app.left))
    return (app.return_code if app else None) or 0


if __name__ == "__main__":
    sys.exit(run())
