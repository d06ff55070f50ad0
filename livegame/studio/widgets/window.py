"""The base of the studio's panels: each looks at the same show."""

from typing import ClassVar

from livegame.studio.show import Show
from livegame.studio.widgets.panel import Panel


class Window(Panel):
    """A panel that looks at a show.

    Attributes:
        SEES: the show's attributes that it is drawn from, besides the moment; None, where it is
            drawn from other things too.
    """

    SEES: ClassVar[tuple[str, ...] | None] = None

    def __init__(self, show: Show, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.show = show

    def basis(self) -> object:
        """The moment, and the attributes that it sees."""
        if self.SEES is None:
            return None
        show = self.show
        return (show.moment, *(getattr(show, name) for name in self.SEES))
