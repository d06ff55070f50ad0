"""What is said of a figure: its parts, what they come to, and a few sentences. No Textual here."""

from collections.abc import Sequence

from attrs import frozen

from livegame.runs.reasons import Reason
from livegame.studio.lines import Line, Span, apart, clip, line, width_of
from livegame.studio.wrap import flow

WHOLE = 999  # a width at which no sentence is broken: an answer breaks its own lines


@frozen
class Answer(Reason):
    """A figure taken apart, as it is set out on a panel."""

    @classmethod
    def of(cls, reason: Reason) -> "Answer":
        """The words that every front end has, on a panel."""
        return cls(reason.title, reason.rows)

    def tell(self, lines: Sequence[Line]) -> "Answer":
        """What another panel writes of the figure, line by line."""
        for row in lines:
            self.say("".join(span.text for span in row).strip())
        return self

    def lines(self, width: int) -> list[Line]:
        """All rows at a width, without the title."""
        found: list[Line] = []
        for kind, name, amount in self.rows:
            if kind == "say":
                found += flow(name, width)
            elif kind == "head":
                found += flow(name, width, "note")
            else:
                found.append(_row(name, amount, width, "gold" if kind == "total" else ""))
        return found


def _row(name: str, amount: str, width: int, ink: str) -> Line:
    """Name and amount with dots between."""
    right = line(Span(f" {amount}", ink or "bold"))
    room = width - width_of(right)
    left = clip(f"  {name} ", room)
    dots = "·" * max(0, room - width_of((Span(left),)))
    return apart((Span(left, ink), Span(dots, "faint")), right, width)
