"""Whom to race: one line with nobody, history and your best, as far as there are runs of theirs."""

from collections.abc import Sequence

from livegame.catalog.texts import t
from livegame.studio.lines import Line, Span, line
from livegame.studio.ports import Rival
from livegame.studio.widgets.panel import Panel


class Race(Panel):
    """The choices; the one taken stands out."""

    def __init__(self) -> None:
        super().__init__(id="race")
        self._rivals: Sequence[Rival] = ()
        self._name = ""

    @property
    def rival(self) -> Rival | None:
        """Who is raced; None for nobody."""
        return next((rival for rival in self._rivals if rival.name == self._name), None)

    def offer(self, rivals: Sequence[Rival]) -> None:
        """Other runs to choose from; the choice stays if it can."""
        self._rivals = rivals
        self.redraw()

    def turn(self) -> bool:
        """The next choice; False if there is none but nobody."""
        names = ["", *(rival.name for rival in self._rivals)]
        at = names.index(self._name) if self._name in names else 0
        self.take(names[(at + 1) % len(names)])
        return len(names) > 1

    def take(self, name: str) -> None:
        """A choice by its name; "" for nobody."""
        self._name = name
        self.redraw()

    def draw(self, width: int, height: int) -> list[Line]:
        """One line."""
        now = self.rival.name if self.rival else ""
        spans = [Span(f"  {t('green.race.title')} ", "dim")]
        choices = [("", t("green.race.nobody"))]
        choices += [
            (rival.name, rival.who or t(f"studio.race.{rival.name}")) for rival in self._rivals
        ]
        for name, words in choices:
            spans.append(Span(f" {words} ", "spot" if name == now else "dim", ("race", name)))
        if not self._rivals:
            spans.append(Span(f" {t('green.race.none')}", "dim"))
        return [line(*spans)]
