"""Why: one figure of the screen below is lit, and a sheet beside it takes it apart."""

from typing import TYPE_CHECKING, ClassVar

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Offset, Region
from textual.screen import ModalScreen

from livegame.catalog.texts import t
from livegame.studio import asking
from livegame.studio.answers.answer import Answer
from livegame.studio.keynames import keyed
from livegame.studio.lines import Line, Span, clip, fit, line, rule
from livegame.studio.widgets.panel import Panel
from livegame.studio.wrap import flow

if TYPE_CHECKING:
    from livegame.studio.screens.room import Room

WIDTH, EDGE, FRAME = 50, 4, 2  # cells of a sheet; of its border and padding; rows of its border


class Lit(Panel):
    """The figure itself, lit."""

    def __init__(self) -> None:
        super().__init__(id="lit")
        self.texts: list[str] = []

    def draw(self, width: int, height: int) -> list[Line]:
        """As it stands below."""
        return [line(Span(fit(text, width), "cursor")) for text in self.texts]


class Told(Panel):
    """The sheet: title, parts, sentences, keys."""

    def __init__(self) -> None:
        super().__init__(id="told")
        self.answer = Answer("")
        self.hint = ""

    def write(self, width: int) -> list[Line]:
        """All its lines."""
        head, *more = flow(self.answer.title, width - 4, "title") or [()]
        title = head[0].text if head else ""
        body = [*more, *self.answer.lines(width)]
        return [rule(title, width), *body, line(Span(clip(self.hint, width), "dim"))]

    def draw(self, width: int, height: int) -> list[Line]:
        """As much as fits; the keys always."""
        lines = self.write(width)
        return lines if len(lines) <= height else [*lines[: height - 1], lines[-1]]


def _part(row: Line, left: int, right: int) -> str:
    """What stands between two cells of a row."""
    until = "".join(span.text for span in row)
    return set_cell_size(set_cell_size(until, right)[::-1], right - left)[::-1]


class Ask(ModalScreen[None], inherit_bindings=False):
    """Arrows go from figure to figure; time stands still below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", t("common.key.back"), id="ask.leave"),
        Binding("question_mark,enter", "whole", show=False, id="ask.whole"),
        Binding("left,h", "move(-1,0)", show=False, id="ask.left"),
        Binding("right,l", "move(1,0)", show=False, id="ask.right"),
        Binding("up,k", "move(0,-1)", show=False, id="ask.up"),
        Binding("down,j", "move(0,1)", show=False, id="ask.down"),
        Binding("tab", "step(1)", show=False, id="ask.next"),
        Binding("shift+tab", "step(-1)", show=False, id="ask.back"),
    ]

    def __init__(self, room: "Room", why: str = "", at: Offset | None = None) -> None:
        super().__init__()
        self._room = room
        x, y = at or Offset(-1, -1)
        self._figures = [place for place in room.figures() if room.answer(place[1])]
        self._at = asking.at_place(self._figures, why, x, y)
        self._size = room.size
        whole = keyed(self, "why.hint_whole") if room.everything() else ""
        self._hint = keyed(self, "why.hint", whole=whole)

    @property
    def figure(self) -> str:
        """The name of the figure that is lit."""
        return self._figures[self._at][1]

    def compose(self) -> ComposeResult:
        """The figure and the sheet."""
        yield Lit()
        yield Told()

    def on_mount(self) -> None:
        """Take the first figure apart."""
        self._tell()

    def _tell(self) -> None:
        place, why = self._figures[self._at]
        lit, told = self.query_one(Lit), self.query_one(Told)
        lit.texts = self._below(place)
        lit.styles.offset = place.offset
        lit.styles.width, lit.styles.height = place.width, place.height
        told.answer = self._room.answer(why) or Answer("")
        told.hint = self._hint
        width, height = self._size
        across = min(WIDTH, width)
        rows = len(told.write(across - EDGE)) + FRAME
        there = asking.beside(place, across, rows, width, height)
        told.styles.offset = there.offset
        told.styles.width, told.styles.height = there.width, there.height
        lit.redraw()
        told.redraw()

    def _below(self, place: Region) -> list[str]:
        """The text of a figure row by row, as its panel has drawn it."""
        for panel in self._room.query(Panel):
            inside = panel.content_region
            if panel.region.area and inside.contains_region(place):
                rows = [panel.drawn(y - inside.y) for y in range(place.y, place.bottom)]
                return [_part(row, place.x - inside.x, place.right - inside.x) for row in rows]
        return []

    def action_move(self, right: int, down: int) -> None:
        """To the nearest figure that way."""
        self._go(asking.towards(self._figures, self._at, right, down))

    def action_step(self, by: int) -> None:
        """To the next figure by rows, round and round."""
        self._go((self._at + by) % len(self._figures))

    def _go(self, to: int) -> None:
        if to != self._at:
            self._at = to
            self._tell()

    def action_whole(self) -> None:
        """All of it in words; where there is no such sheet, back."""
        sheet = self._room.everything()
        if sheet and self.is_active:
            self.app.switch_screen(sheet)
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Back to the room."""
        if self.is_active:
            self.dismiss(None)

    def on_click(self, event: Click) -> None:
        """On to another figure, or back."""
        if isinstance(event.widget, Told):
            return
        spot = event.screen_offset
        found = (n for n, (place, _) in enumerate(self._figures) if place.contains_point(spot))
        at = next(found, None)
        if at is None:
            self.action_leave()
        else:
            self._go(at)

    def on_resize(self, event: Resize) -> None:
        """Everything stands elsewhere now."""
        if event.size != self._size:
            self.action_leave()
