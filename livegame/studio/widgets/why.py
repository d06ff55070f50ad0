"""Why: the important figures taken apart in words."""

from typing import ClassVar

from livegame.catalog.texts import t
from livegame.studio.explain import gist
from livegame.studio.lines import Line, rule
from livegame.studio.widgets.window import Window


class Why(Window):
    """Beside the show where there is room for it."""

    SEES: ClassVar[tuple[str, ...] | None] = ("chosen",)

    def draw(self, width: int, height: int) -> list[Line]:
        """As much as fits."""
        return [rule(t("studio.head.why"), width), *gist(self.show, width, height - 1)]
