"""The command palette's entries: what can be done here, every room, night and theme."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import command
from textual.app import SystemCommand
from textual.command import CommandList, CommandPalette
from textual.events import Click
from textual.screen import Screen

from livegame.catalog.texts import t
from livegame.studio.doors import ROOMS
from livegame.studio.screens.room import Room

if TYPE_CHECKING:
    from livegame.catalog.campaigns import Campaign
    from livegame.catalog.nights import Scenario
    from livegame.studio.app import Livegame


class Choices(CommandList):
    """The palette's list; a click on an entry that typing has just taken away does nothing.

    Textual reads the entry's number off the picture, which may be older than the list, and raises.
    """

    async def _on_click(self, event: Click) -> None:
        number = event.style.meta.get("option")
        if number is not None and number >= self.option_count:
            event.prevent_default()


command.CommandList = Choices  # type: ignore[misc]  # the palette makes its list by this name


class Palette(CommandPalette):
    """Textual's palette; page keys wait until its list has been laid out (it raises otherwise)."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region.area:
            super()._action_command_list(action)


def commands(app: "Livegame", screen: Screen[Any]) -> Iterable[SystemCommand]:
    """Entries by what matters most."""
    yield from _keys(app, screen)
    if isinstance(screen, Room):
        for name, told, action in screen.offers():
            yield SystemCommand(name, told, action)
    for name in ROOMS:
        title, about = t(f"title.menu.{name}.name"), t(f"title.menu.{name}.about")
        yield SystemCommand(title, about, partial(app.open, name))
    title, about = t("title.menu.rehearsal.name"), t("title.menu.rehearsal.about")
    yield SystemCommand(title, about, app.rehearse)
    yield from _nights(app)
    for theme in app.available_themes:
        words = t("common.palette.theme", name=theme)
        yield SystemCommand(words, t("common.palette.theme_about"), partial(_dress, app, theme))


def _nights(app: "Livegame") -> Iterable[SystemCommand]:
    library = app.house.library()
    every: list[Scenario | Campaign] = [*library.scenarios.values(), *library.campaigns.values()]
    for one in every:
        words = t("common.palette.night", title=one.title)
        yield SystemCommand(words, one.festival, partial(app.green, one.id))


def _keys(app: "Livegame", screen: Screen[Any]) -> Iterable[SystemCommand]:
    told: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.description and binding.action not in told and active.enabled:
            told.add(binding.action)
            about = t("common.palette.key", key=app.get_key_display(binding))
            action = partial(app.simulate_key, binding.key)
            yield SystemCommand(binding.description.capitalize(), about, action)


def _dress(app: "Livegame", theme: str) -> None:
    app.theme = app.settings.theme = theme
    app.keep_settings()
