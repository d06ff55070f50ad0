"""The base of the studio's panels: each looks at the same show."""

from livegame.studio.show import Show
from livegame.studio.widgets.panel import Panel


class Window(Panel):
    """A panel that looks at a show."""

    def __init__(self, show: Show, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.show = show
