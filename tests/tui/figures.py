"""Which figures stand on a screen, and which of them nobody can be asked about.

Prose is left out: it is itself what is said of a figure."""

from textual.screen import Screen

from livegame.studio.keynames import keyed
from livegame.studio.lines import Span
from livegame.studio.screens.room import Room
from livegame.studio.widgets.keybar import KeyBar
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.prose import Prose

SPOKEN = {"flight", "why", "hint", "keys", "sheet", "lit", "told"}  # words, or answers themselves


def digits(text: str) -> bool:
    return any(char.isdigit() for char in text)


def unasked(screen: Screen[object]) -> list[str]:
    """Panel and text of each figure on the screen that has no answer, or none to be asked for."""
    assert isinstance(screen, Room)
    found = []
    for panel in screen.query(Panel):
        if not panel.region.area or panel.id in SPOKEN or isinstance(panel, KeyBar | Prose):
            continue
        for row in panel._drawn[: panel.size.height]:
            for span in row:
                if digits(span.text) and not _known(screen, panel, span):
                    found.append(f"{panel.id}: {span.text!r} {span.why}")
    return found


def _known(room: Room, panel: Panel, span: Span) -> bool:
    if span.why:
        return room.answer(span.why) is not None
    number_of_a_pitch = span.ink in ("key", "spot") and span.text.strip("▸ ").isdigit()
    spoken = panel.id == "chat"  # what viewers say and notes on what happened
    head = span.ink == "title"  # what a panel is called
    place = isinstance(panel, Picker) and set(span.text) <= set("0123456789/")
    keys = span.text.endswith(keyed(panel, "studio.beats.idle", digits=""))
    page = span.hit is not None and span.hit[0] == "page"  # which of a paper's pages it is
    rung = panel.id == "ways"  # rungs are numbered
    return number_of_a_pitch or spoken or head or place or keys or page or rung
