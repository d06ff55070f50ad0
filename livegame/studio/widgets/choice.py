"""The pitch under the cursor in full: what it would bring, what it risks, what it is for."""

from livegame.catalog import figures
from livegame.catalog.models import Pitch
from livegame.catalog.texts import t
from livegame.studio import bands
from livegame.studio.lines import Line, Span, asks, line, rule, width_of
from livegame.studio.show import Show
from livegame.studio.widgets.beats import Beats
from livegame.studio.widgets.window import Window
from livegame.studio.wrap import flow


class Choice(Window):
    """Stands in the curve's place where there is no room for a table, while there is a choice."""

    def __init__(self, show: Show, beats: Beats) -> None:
        super().__init__(show, "choice")
        self._beats = beats

    def basis(self) -> object:
        """What the pitches look at: their cursor is on this one."""
        return self._beats.basis()

    def draw(self, width: int, height: int) -> list[Line]:
        """Head, forecast, risk; what the pitch is for, if that fits as a whole. What all links take
        stands in the pitch's row as well, so it gives way to the risk."""
        pitch = self._beats.pitch
        if pitch is None:
            return [rule("", width)]
        head, risk = self._head(pitch, width), flow(pitch.risk, width - 1, "note", " ")
        lines = [head, *self._outlook(pitch, width)]
        if len(lines) + len(risk) > height:
            lines = [head, *self._outlook(pitch, width, links=False)]
        what = flow(pitch.what, width - 1, "", " ")
        both = flow(f"{pitch.risk} {pitch.what}", width - 1, "note", " ")
        room = height - len(lines)
        if len(risk) + len(what) <= room:
            return [*lines, *what, *risk]
        return [*lines, *(both if len(both) <= room else risk)]

    def _head(self, pitch: Pitch, width: int) -> Line:
        cost = f"RMB {figures.yuan(pitch.cost)}" if pitch.cost else t("studio.choice.free")
        head = rule(
            t("studio.choice.head", pitch=pitch.name, time=figures.beat_time(pitch.seconds, " ")),
            width,
            note=line(Span(cost, "gold" if pitch.cost else "dim", why=f"pitch:{pitch.id}")),
        )
        return asks(head, f"pitch:{pitch.id}")

    def _outlook(self, pitch: Pitch, width: int, *, links: bool = True) -> list[Line]:
        show = self.show
        against = show.why_not(pitch) if show.view.idle else ""
        if against:
            return flow(f"{t('studio.choice.not_now')} {against}.", width - 1, "warn", " ")
        band = show.bands.get(pitch.id)
        if band is None:
            if show.view.idle:
                words = t("studio.choice.none" if show.unforeseen else "studio.choice.wait")
            else:
                words = t(f"studio.aim.{bands.aim(pitch)}")
            return [line(Span(f" {words}", "dim"))]
        phrases = bands.words(pitch, band)
        if pitch.id == show.view.call:
            phrases.append(t("studio.choice.called"))
        taken = bands.links(band) if links else ""
        if taken:
            phrases.append(taken)
        return [asks(row, f"pitch:{pitch.id}:band") for row in _packed(phrases, width - 1)]


def _packed(phrases: list[str], width: int) -> list[Line]:
    """Phrases after each other, none broken over a line's end; the first one stands out."""
    lines: list[list[Span]] = [[]]
    for at, phrase in enumerate(phrases):
        now = lines[-1]
        text = (", " if now else " ") + phrase
        if now and width_of(now) + len(text) > width:
            now.append(Span(","))
            lines.append([])
            text = " " + phrase
        lines[-1].append(Span(text, "" if at else "bold"))
    return [tuple(spans) for spans in lines]
