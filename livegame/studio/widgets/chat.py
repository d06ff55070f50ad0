"""The chat: it wraps to its width, keeps the newest at the bottom and reflows on a resize."""

from typing import ClassVar

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio.lines import Line, Span, line, rule
from livegame.studio.telling import Remark
from livegame.studio.widgets.window import Window
from livegame.studio.wrap import flow


class Chat(Window):
    """What viewers say, and short notes on what happened."""

    SEES: ClassVar[tuple[str, ...] | None] = ("said",)

    def draw(self, width: int, height: int) -> list[Line]:
        """The newest remarks that fit, wrapped."""
        rate = self.show.view.chat_rate
        note = (
            figures.short(rate) + t("studio.bar.minute")
            if width < 44
            else t("studio.head.comments", number=figures.count(rate))
        )
        lines: list[Line] = []
        room = height - 1
        for remark in reversed(self.show.chat):
            lines[:0] = self._remark(remark, width)
            if len(lines) >= room:
                break
        lines = lines[max(0, len(lines) - room) :]
        told = line(Span(note, "dim", why="comments"))
        return [rule(t("studio.head.chat"), width, note=told), *lines]

    def _remark(self, remark: Remark, width: int) -> list[Line]:
        if remark.note:
            return flow(remark.text, width, "gold", "◆ ", "  ")
        asks = remark.text.rstrip().endswith("?")
        return flow(remark.text, width, "bold" if asks else "", "? " if asks else "· ", "  ")
