"""Your next beat: every pitch with its length, its price and what it would likely bring."""

from typing import ClassVar

from rich.cells import cell_len

from livegame.catalog import figures
from livegame.catalog.models import Pitch
from livegame.catalog.texts import t
from livegame.studio import bands, marks
from livegame.studio.keynames import PITCHES, keyed, names
from livegame.studio.lines import Line, Span, aim, asks, clip, fit, line, pad, rule, tint, width_of
from livegame.studio.show import Show
from livegame.studio.widgets.window import Window
from livegame.studio.wrap import flow

TABLE_WIDTH = 84
NAME, TIME, COST = 14, 6, 8  # cells of the table; longer names get what its figures can spare
FIGURE = 9
SHORT, LONG, BROAD = 11, 17, 22  # cells for a name where there is no table
SECONDS = 4  # cells for the time there
LINKS = ":links"  # how the figure ends that says what all links take
NARROW = 44  # columns below it have the short names


class Beats(Window):
    """Two columns of short phrases, or a table where there is room for one.

    Attributes:
        at: the pitch under the cursor.
        notice: what has just been done, or why not; it stands in the head for a few seconds.
    """

    SEES: ClassVar[tuple[str, ...] | None] = ("chosen", "next", "bands", "unforeseen", "resting")

    def __init__(self, show: Show) -> None:
        super().__init__(show, "beats")
        self.at = 0
        self.notice = ""

    def basis(self) -> object:
        """What the show has on offer, and the cursor over it."""
        return (super().basis(), self.at, self.notice)

    @property
    def pitch(self) -> Pitch | None:
        """The pitch under the cursor."""
        pitches = self.show.pitches
        return pitches[self.at % len(pitches)] if pitches else None

    def columns(self) -> int:
        """Columns in which the pitches stand now."""
        return 1 if self._table(self.size.width, self.size.height) else 2

    def _table(self, width: int, height: int) -> bool:
        return width >= TABLE_WIDTH and height >= len(self.show.pitches) + 2

    def move(self, right: int, down: int) -> None:
        """Move the cursor, around the edges."""
        count = len(self.show.pitches)
        if count:
            rows = (count + self.columns() - 1) // self.columns()
            self.at = (self.at + right * (rows if self.columns() > 1 else 0) + down) % count
            self.redraw()

    def draw(self, width: int, height: int) -> list[Line]:
        """Head, then pitches."""
        pitches = self.show.pitches
        if self._table(width, height):
            head = self._head(width)
            named = self._named(width)
            size = min(18, (width - 4 - named - TIME - COST) // len(bands.COLUMNS))
            rows = (self._wide(n, p, width, named, size) for n, p in enumerate(pitches))
            lines = [head, self._heads(named, size), *rows]
            return [*lines, *self._about(width, height - len(lines))]
        half, size = (width - 1) // 2, self._name_width((width - 1) // 2)
        deep = (len(pitches) + 1) // 2
        cells = [pad(self._cell(n, p, half, size), half) for n, p in enumerate(pitches)]
        head = self._head(width, told=any(s.why.endswith(LINKS) for cell in cells for s in cell))
        lines = [
            (*cells[n], Span(" "), *(cells[n + deep] if n + deep < len(cells) else ()))
            for n in range(deep)
        ]
        return [head, *lines, *self._about(width, height - len(lines) - 1)]

    def _head(self, width: int, *, told: bool = False) -> Line:
        """The title, with a notice or a note, which says what the figures at the right are where
        sums are `told`; the good's short name makes room for that."""
        if self.notice:
            return rule(self._title(), width, note=line(Span(f"▪ {self.notice}", "bold")))
        note = line(self._note_span())
        if told:
            more = (Span(t("studio.beats.sums"), "dim"), Span("   "), *note)
            for title in (self._title(), self._title(self.show.called(self.show.chosen))):
                if cell_len(title) + width_of(more) + 7 <= width:
                    return rule(title, width, note=more)
        return rule(self._title(), width, note=note)

    def fits(self, notice: str) -> bool:
        """Whether the head has room for a notice."""
        shown = bool(self.region.area)
        return shown and cell_len(self._title()) + cell_len(notice) + 10 <= self.size.width

    def _title(self, name: str = "") -> str:
        good = self.show.good
        name = name or (good.name if good else "")
        return f"{t('studio.head.beats')}: {name}"

    def _note_span(self) -> Span:
        running = self.show.view.pitch if not self.show.view.idle else ""
        return Span(self._note(), "dim", why=f"pitch:{running}" if running else "")

    def _note(self) -> str:
        view = self.show.view
        if self.show.resting or (self.show.bare and self.show.free):
            return keyed(self, f"studio.beats.{'resting' if self.show.resting else 'bare'}")
        if not view.pitch or view.idle:
            key = "idle" if names(self).digits else "idle_moved"
            return keyed(self, f"studio.beats.{key}", digits=self._digits())
        running = next((p.name for p in self.show.pitches if p.id == view.pitch), view.pitch)
        words = {"pitch": running, "time": figures.beat_time(view.beat_left, " ")}
        if view.product:
            return t("studio.beats.busy", name=self.show.short(view.product), **words)
        return t("studio.beats.busy_room", **words)

    def _digits(self) -> str:
        """The digits that begin a pitch; the last of ten is 0, as on a keyboard."""
        last = min(len(self.show.pitches), len(PITCHES))
        return f"1-{min(last, 9)}" + (", 0" if last == len(PITCHES) else "")

    def _mark(self, at: int, pitch: Pitch) -> tuple[str, str]:
        """Sign and ink in front of a pitch: running, next, or its key."""
        view = self.show.view
        if self.show.next and self.show.next.pitch == pitch.id:
            return marks.NEXT, "gold"
        if view.pitch == pitch.id and not view.idle:
            return marks.OPEN, "live"
        return (names(self).name(PITCHES[at]) if at < len(PITCHES) else " "), "key"

    def _call(self, pitch: Pitch) -> Span:
        """What stands before the pitch that the chat calls for."""
        return Span(marks.WISHED if pitch.id == self.show.view.call else " ", "gold")

    def _against(self, pitch: Pitch, room: int) -> str:
        """A reason against a pitch; where it is the voice, and as it fits, also what rests it."""
        against = self.show.why_not(pitch) if self.show.view.idle else ""
        if not against or not self.show.hoarse(pitch):
            return against
        ways = [self._resting(key) for key in ("hoarse_long", "hoarse")]
        return next((told for told in ways if told and cell_len(told) <= room), against)

    def _resting(self, key: str) -> str:
        """The pitch that rests the voice, in words; "" where there is none now."""
        pitch = self.show.rest
        at = self.show.pitches.index(pitch) if pitch else len(PITCHES)
        if pitch is None or at >= len(PITCHES):
            return ""
        words = {"key": names(self).name(PITCHES[at]), "name": pitch.short or pitch.name}
        return t(f"studio.beats.{key}", percent=-pitch.voice // 10, **words)

    def _cell(self, at: int, pitch: Pitch, width: int, size: int) -> Line:
        """A pitch in one of two columns: `size` cells for its name and cost."""
        sign, ink = self._mark(at, pitch)
        tag, time = self._tag(pitch), figures.beat_time(pitch.seconds)
        gap = " " if tag else ""
        name = clip(self._label(pitch, width), _before(size, SECONDS, time) - cell_len(gap + tag))
        why = f"pitch:{pitch.id}"
        spans = [
            Span(fit(sign, 2, ">"), ink),
            self._call(pitch),
            Span(name + gap, "bold"),
            Span(tag, "gold", why=why),
            Span(" " * (size - cell_len(name + gap + tag))),
            Span(fit(time, SECONDS, ">"), "dim", why=why),
            Span(" "),
        ]
        spans += asks(self._outlook(pitch, width - width_of(spans)), f"{why}:band")
        return self._touch(at, tuple(spans), width)

    @staticmethod
    def _tag(pitch: Pitch) -> str:
        """What a pitch costs, behind its name."""
        return f"¥{figures.short(pitch.cost // 100)}" if pitch.cost else ""

    def _name_width(self, width: int) -> int:
        """Cells for a name and its cost: no more than the longest one takes."""
        longest = max((self._needs(p, self._label(p, width)) for p in self.show.pitches), default=0)
        if width < NARROW:
            return min(LONG, max(SHORT, longest))
        return max(LONG, min(BROAD, longest))

    def _needs(self, pitch: Pitch, name: str) -> int:
        """Cells for a name and its cost, with a blank before each and before the seconds."""
        time, tag = figures.beat_time(pitch.seconds), self._tag(pitch)
        return cell_len(f"{name} {tag}" if tag else name) + max(0, cell_len(time) + 1 - SECONDS)

    def _label(self, pitch: Pitch, width: int) -> str:
        """Its name, or the short one where a column of so many cells has no room for names."""
        narrow = width < NARROW or self._needs(pitch, pitch.name) > BROAD
        return pitch.short if narrow and pitch.short else pitch.name

    def _outlook(self, pitch: Pitch, room: int) -> list[Span]:
        against = self._against(pitch, room)
        if against:
            return [Span(fit(against, room), "dim")]
        band = self.show.bands.get(pitch.id)
        if band is None:
            return [Span(fit(self._meanwhile(pitch), room), "dim")]
        called = pitch.id == self.show.view.call
        first, more, sums = bands.brief(pitch, band, room, called=called)
        told = [Span(clip(first, room - len(more))), Span(more, "dim")]
        if sums:
            told.append(Span(" " * (room - width_of(told) - len(sums))))
            told.append(Span(sums, "good", why=f"pitch:{pitch.id}{LINKS}"))
        return told

    def _meanwhile(self, pitch: Pitch) -> str:
        """What stands where the forecast will: dots, or what the pitch is for."""
        if self.show.view.idle and not self.show.unforeseen:
            return t("studio.beats.wait")
        return t(f"studio.aim.{bands.aim(pitch)}")

    def _touch(self, at: int, spans: Line, width: int) -> Line:
        """The row as something to choose; the cursor lies over one."""
        if at == self.at:
            spans = (spans[0]._replace(text=marks.HERE + spans[0].text[1:]), *spans[1:])
            spans = tint(pad(spans, width), "spot")
        return aim(spans, ("pitch", str(at)))

    def _heads(self, named: int, size: int) -> Line:
        keys = ("sells" if c == "packs" else c for c in bands.COLUMNS)
        heads = (clip(t(f"studio.beats.{key}"), size - 1) for key in keys)
        cells = "".join(fit(head, size, ">") for head in heads)
        return line(
            Span("   " + fit(t("studio.beats.col_pitch"), named), "dim"),
            Span(fit(t("studio.beats.col_time"), TIME, ">") + cells, "dim"),
            Span(fit(t("studio.beats.col_cost"), COST, ">"), "dim"),
        )

    def _named(self, width: int) -> int:
        """Cells for the names in the table."""
        longest = max(
            (
                cell_len(f"{one.short or one.name} {bands.rest(one)}".strip()) + 1
                for one in self.show.pitches
            ),
            default=0,
        )
        return max(NAME, min(longest, width - 4 - TIME - COST - FIGURE * len(bands.COLUMNS)))

    def _wide(self, at: int, pitch: Pitch, width: int, named: int, size: int) -> Line:
        """A row of the table: `named` cells for the name, `size` for each figure."""
        sign, ink = self._mark(at, pitch)
        room = size * len(bands.COLUMNS)
        spans = [Span(fit(sign, 2, ">"), ink), self._call(pitch)]
        time = figures.beat_time(pitch.seconds, " ")
        size_of_name = _before(named, TIME, time)
        name = clip(pitch.short or pitch.name, size_of_name)
        gives = f" {bands.rest(pitch)}" if pitch.voice < 0 else ""
        gives = gives if cell_len(name + gives) <= size_of_name else ""
        why = f"pitch:{pitch.id}"
        spans.append(Span(name, "bold"))
        spans.append(Span(fit(gives, named - cell_len(name)), "good", why=why))
        spans.append(Span(fit(time, TIME, ">"), "dim", why=why))
        band, against = self.show.bands.get(pitch.id), self._against(pitch, room - 2)
        if against:
            spans.append(Span(fit("  " + against, room), "dim"))
        elif band is None:
            spans.append(Span(fit("  " + self._meanwhile(pitch), room), "dim"))
        else:
            first = bands.order(pitch)[0]
            for column in bands.COLUMNS:
                text = bands.figure(band, column, size - 1) or marks.LEVEL
                ink = "bold" if column == first else "dim"
                spans.append(Span(" " * (size - cell_len(text))))
                spans.append(Span(text, ink, why=f"{why}:{column}"))
        if pitch.cost:
            cost = fit(figures.yuan(pitch.cost), COST, ">")
            spans.append(Span(cost, "gold", why=f"{why}:cost"))
        else:
            spans.append(Span(" " * COST))
        return self._touch(at, tuple(spans), width)

    def _about(self, width: int, room: int) -> list[Line]:
        """What the pitch under the cursor is for and what it risks, as far as that fits whole."""
        pitch = self.pitch
        if pitch is None:
            return []
        hoarse = self.show.view.idle and self.show.hoarse(pitch)
        rests = self._resting("hoarse_about") if hoarse else ""
        what, *more = pitch.what.split(". ", 1)
        first = f"{what.rstrip('.')}." if more else what
        for texts in ((rests, pitch.what, pitch.risk), (rests or pitch.what,), (first,)):
            told = flow(" ".join(filter(None, texts)), width - 2, "note", "  ")
            if len(told) <= room:
                return told
        return []


def _before(size: int, after: int, time: str) -> int:
    """Cells of a column of `size` that leave a blank before a time at the right of the next one."""
    return min(size, size + after - cell_len(time) - 1)
