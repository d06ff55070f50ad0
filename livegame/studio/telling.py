"""What a show lets be heard: comments, notes and orders, all at once or bit by bit."""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

REMARKS, SALES = 400, 200
PIECES = 4  # lines of the order stream that a tick's sales of a good come in, where it is slow


class Remark(NamedTuple):
    """A line of the chat: something said, or a note on what happened."""

    text: str
    note: bool = False


class Sale(NamedTuple):
    """A line of the order stream."""

    clock: int
    product: str
    packs: int
    fen: int


class Telling:
    """The chat and the order stream of a show.

    Attributes:
        chat, stream: what was said and what was ordered, oldest first.
        said, ordered: how many lines of them there were so far.
        spread: what a tick brings is told bit by bit, while the next one is waited for.
        part: how much of the last tick has been told, 0..1.
    """

    def __init__(self) -> None:
        self.chat: deque[Remark] = deque(maxlen=REMARKS)
        self.stream: deque[Sale] = deque(maxlen=SALES)
        self.said = self.ordered = 0
        self.spread = False
        self.part = 1.0
        self._coming: deque[tuple[float, Remark | Sale]] = deque()

    def reveal(self, part: float) -> None:
        """Tell the last tick up to a part of it, 0..1; what has been told stays told."""
        self.part = part = max(part, self.part)
        while self._coming and self._coming[0][0] <= part:
            _, told = self._coming.popleft()
            if isinstance(told, Sale):
                self.stream.append(told)
                self.ordered += 1
            else:
                self.chat.append(told)
                self.said += 1

    def note(self, text: str) -> None:
        """Put a note into the chat."""
        self.chat.append(Remark(text, note=True))
        self.said += 1

    def forget(self) -> None:
        """The run stands at another moment now: what was heard before it is no longer heard."""
        self.chat.clear()
        self.stream.clear()
        self._coming.clear()
        self.part = 1.0
        self.said += 1

    def _say(self, lines: Sequence[str]) -> None:
        """Comments, evenly over the tick."""
        for at, text in enumerate(lines):
            self._coming.append(((at + 0.5) / len(lines), Remark(text)))
        self._coming = deque(sorted(self._coming, key=lambda told: told[0]))
        if not self.spread:
            self.reveal(1.0)

    def _order(self, sale: Sale, seconds: int) -> None:
        """A tick's orders of a good, evenly over its `seconds`, as the rules have them."""
        pieces = max(1, min(PIECES, sale.packs)) if self.spread else 1
        for at in range(pieces):
            part, more = (
                whole * (at + 1) // pieces - whole * at // pieces
                for whole in (sale.packs, sale.fen)
            )
            when = sale.clock - seconds + seconds * (at + 1) // pieces
            self._coming.append(((at + 1) / pieces, Sale(when, sale.product, part, more)))
