"""The review: the score's curve, every choice and what it cost, and the way back to each."""

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio.keynames import keyed
from livegame.studio.lines import Line, Span, asks, fit, line
from livegame.studio.screens.room import Plan, Room
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.prose import Prose
from livegame.studio.widgets.review_curve import ReviewCurve
from livegame.studio.wrap import flow

if TYPE_CHECKING:
    from livegame.bots.review.report import Choice, Review
    from livegame.runs.theatre import Reel
    from livegame.studio.answers.answer import Answer

LOST, TIME = 6, 7


class ReviewRoom(Room):
    """A finished run under the lamp. The figures are computed in processes of their own."""

    HELP = "review"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "mattered", t("review.key.next"), id="review.next"),
        Binding("t", "play_on", t("review.key.play_on"), id="review.play_on"),
        Binding("space", "read(1)", show=False, id="review.read"),
        Binding("question_mark", "why", t("why.key"), key_display="?", id="room.why"),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self.review: Review | None = None
        self._gone = threading.Event()
        self._said = t("review.reading", percent=0)
        self._opening = False

    def panels(self) -> Iterable[Widget]:
        """Curve, choices, and what is to be said of one."""
        yield ReviewCurve(id="curve")
        yield Picker(title=t("review.head.choices"), id="choices")
        yield Prose(self._about, title=t("review.title"), id="about")

    def floor(self, width: int, height: int) -> Plan:
        """Under each other; side by side on a wide terminal."""
        if width >= 130:
            left = width // 2
            high = height // 2
            return {
                "curve": Region(0, 0, left, high),
                "about": Region(0, high, left, height - high),
                "choices": Region(left + 1, 0, width - left - 1, height),
            }
        high = max(5, height // 4)
        below = min(11, height // 2)
        return {
            "curve": Region(0, 0, width, high),
            "choices": Region(0, high, width, height - high - below),
            "about": Region(0, height - below, width, below),
        }

    def on_mount(self) -> None:
        """Begin to compute."""
        picker = self.query_one("#choices", Picker)
        picker.focus()
        self._fill()
        self._compute()

    def on_unmount(self) -> None:
        """Nobody waits for the figures any more."""
        self._gone.set()

    @work(thread=True, exit_on_error=False)
    def _compute(self) -> None:
        from livegame.bots.review.report import Stopped

        def progress(done: int, of: int) -> None:
            self.call_later(self._progress, done * 100 // of)

        try:
            found = self.game.house.review(self.file, progress, self._gone.is_set)
        except Stopped:
            return
        except Exception as error:
            self.call_later(self._failed, self.game.told(error))
            return
        self.call_later(self._have, found)

    def _progress(self, percent: int) -> None:
        if self.review is None:
            self._said = t("review.reading", percent=percent)
            self._fill()

    def _failed(self, told: str) -> None:
        self._said = told
        self._fill()

    def _have(self, found: "Review") -> None:
        self.review = found
        curve = self.query_one(ReviewCurve)
        curve.review = found
        curve.redraw()
        self._said = t("review.none")
        self._fill(found.mattered[0] if found.mattered else 0)

    def _fill(self, at: int = 0) -> None:
        picker = self.query_one("#choices", Picker)
        rows = [self._row(choice) for choice in self.review.choices] if self.review else []
        cells = [
            fit(t("review.col.time"), TIME),
            fit(t("review.col.lost"), LOST, ">"),
            "  " + t("review.col.choice"),
        ]
        picker.heading = line(Span("".join(cells), "dim")) if rows else ()
        picker.show(rows or [line(Span(self._said, "dim"))], at)
        self._look()

    def _row(self, choice: "Choice") -> Line:
        from livegame.bots.review.words import advice, beat_name, time_at

        assert self.review is not None
        if choice.tick < self.review.since:
            return self._theirs(choice)
        mattered = choice.number in self.review.mattered
        better = advice(self.review, choice)
        spans = [
            Span(fit(time_at(self.review.scenario, choice.tick), TIME), "dim"),
            Span(fit(figures.count(-choice.lost), LOST, ">"), "bad" if mattered else "gold"),
            Span("! " if mattered else "  ", "bad"),
            Span(beat_name(choice.beat)),
        ]
        if better:
            spans.append(Span(f" · {better}", "dim"))
        return asks(spans, f"choice:{choice.number}")

    def _theirs(self, choice: "Choice") -> Line:
        """A choice from before the taking over: it is told, and does not count."""
        from livegame.bots.review.words import beat_name, time_at

        assert self.review is not None
        told = t("review.before", beat=beat_name(choice.beat))
        cells = [
            fit(time_at(self.review.scenario, choice.tick), TIME),
            fit(figures.count(-choice.lost), LOST, ">"),
            f"  {told}",
        ]
        return asks([Span("".join(cells), "dim")], f"choice:{choice.number}")

    def answer(self, why: str) -> "Answer | None":
        """What a choice cost and what would have been better, or what the curve shows."""
        from livegame.bots.review.words import sentence
        from livegame.studio.answers.answer import Answer

        review = self.review
        kind, _, what = why.partition(":")
        if review is None:
            return None
        if kind == "curve":
            told = Answer(t("review.head.curve")).say(t("why.curve_score"))
            told.part(t("why.part.now"), figures.count(review.curve[-1]))
            return told.part(t("why.part.most"), figures.count(max(review.curve)))
        choice = review.choices[int(what)]
        told = Answer(t("why.lost", points=figures.count(choice.lost)))
        return told.say(sentence(review, choice)).say(t("why.accuracy_is"))

    @property
    def _chosen(self) -> "Choice | None":
        at = self.query_one("#choices", Picker).at
        found = self.review.choices if self.review else ()
        return found[at] if at < len(found) else None

    def _look(self) -> None:
        chosen = self._chosen
        curve = self.query_one(ReviewCurve)
        curve.tick = chosen.tick if chosen else 0
        curve.redraw()
        self.query_one("#about", Prose).tell(self._about)

    def _about(self, width: int) -> list[Line]:
        """The choice under the cursor; below it accuracy, what mattered, and the turns."""
        from livegame.bots.review.words import accuracy_lines, sentence, turn

        review, chosen = self.review, self._chosen
        if review is None or chosen is None:
            return flow(self._said if review else keyed(self, "review.wait"), width, "dim")
        lines = [*flow(sentence(review, chosen), width), ()]
        for text in accuracy_lines(review):
            lines += flow(text, width, "bold")
        if review.mattered:
            lines += [(), *flow(t("review.head.mattered"), width, "title")]
            told = (sentence(review, review.choices[n]) for n in review.mattered)
            for number, text in enumerate(told, 1):
                lines += flow(f"{number}. {text}", width, hang="   ")
        elif review.mine:
            lines += flow(t("review.head.perfect"), width, "good")
        lines += [(), *flow(t("review.head.turns"), width, "title")]
        for tick in review.turns:
            lines += flow(turn(review, tick), width, "dim")
        return [*lines, (), *flow(t("review.head.legend"), width, "dim")]

    # -- hands ------------------------------------------------------------

    def on_picker_moved(self) -> None:
        """Another choice."""
        self._look()

    def on_picker_chosen(self) -> None:
        """Nothing but to look at it."""
        self._look()

    def action_mattered(self) -> None:
        """To the next of the choices that mattered most."""
        review, chosen = self.review, self._chosen
        if review is None or chosen is None or not review.mattered:
            return
        places = list(review.mattered)
        at = places.index(chosen.number) + 1 if chosen.number in places else 0
        self.query_one("#choices", Picker).move(places[at % len(places)])

    def action_play_on(self) -> None:
        """Take the run over at this choice."""
        chosen = self._chosen
        if chosen is None or self._opening:
            return
        self._opening = True
        self.say(t("theatre.opening"))
        self._open(chosen.tick)

    @work(thread=True, exit_on_error=False)
    def _open(self, tick: int) -> None:
        try:
            reel = self.game.house.reel(self.file)
            reel.playback.jump(tick)
        except Exception as error:
            self.call_later(self._not_open, self.game.told(error))
            return
        self.call_later(self._opened, reel)

    def _not_open(self, told: str) -> None:
        self._opening = False
        self.say(told)

    def _opened(self, reel: "Reel") -> None:
        from livegame.studio.watched import Watched

        self._opening = False
        if self.is_active:
            self.game.take_over(Watched(reel))
