"""The broadcast, one decision at a time."""

from collections.abc import Callable

from livegame.bots.cohost import hint
from livegame.catalog.entries import whole
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.actions import Beat, Cut
from livegame.engine.events import Event, SoldOut
from livegame.plain.ahead import ahead_lines
from livegame.plain.bands import bands
from livegame.plain.console import Console
from livegame.plain.happenings import Happenings, sold_out
from livegame.plain.instant import Instant
from livegame.plain.racing import race_lines
from livegame.plain.status import good_lines, room_lines, standing_lines
from livegame.plain.why import why_lines
from livegame.plain.words import coins, good_name, lasting, pitch_name
from livegame.runs.ghost import Ghost
from livegame.runs.hours import by_day
from livegame.runs.problems import RunError
from livegame.runs.session import Session
from livegame.runs.tonight import first_good, on_table
from livegame.runs.voices import Voices

MOST_CHAT = 3
WAIT = 30  # show seconds that go by while the host says nothing
TENTH = 10  # the tenth beat has the number 0, as its key in the studio


class Broadcast:
    """Asks for beats and instant actions until the night is over."""

    def __init__(self, console: Console, session: Session, ghost: Ghost | None = None) -> None:
        """`ghost` is a run of the same night to race."""
        self._console = console
        self._ghost = ghost
        self._session = session
        self._voices = Voices(session.seed, by_day=by_day(session.scenario))
        self._chat: list[str] = []
        self._told = -1
        self._warned = False  # that money beside a beat is not all; once a show
        self._focus = first_good(session.view)
        self._instant = Instant(console, session)
        self._words: dict[str, Callable[[], object]] = {
            "t": self._turn,
            "w": self._wait,
            "c": self._say_chat,
            "n": lambda: console.say(*standing_lines(session)),
            "o": lambda: console.say(*(ahead_lines(session) or [t("ahead.none")])),
            "h": self._help,
            "hint": lambda: console.say(hint(session)),
            "help": self._help,
            "?": self._help,
        }

    def run(self) -> None:
        """Play to the end.

        Raises:
            Left: the player leaves; the run can be continued.
        """
        self._console.say(t("plain.on_air"), t("plain.hint"))
        while not self._session.finished:
            if self._session.view.idle:
                self._decide()
            else:
                self._pass_beat()

    def _beats(self) -> list[Beat]:
        pitches = zip(
            self._session.world.pitches.ids, self._session.world.pitches.on_product, strict=True
        )
        on_product = dict(pitches)
        return [
            Beat(name, self._focus if on_product[name] else "")
            for name in self._session.scenario.pitches
        ]

    def _decide(self) -> None:
        beats = self._beats()
        if self._told != self._session.view.tick:
            self._told = self._session.view.tick
            self._console.gap()
            self._console.say(*room_lines(self._session, self._focus))
            self._say_ghost()
            self._say_chat()
            self._menu(beats)
        answer = self._console.ask(t("plain.next"))
        number = _which(answer, len(beats))
        if number:
            self._begin(beats[number - 1])
        elif answer in self._words:
            self._words[answer]()
        elif answer.partition(" ")[0] == "why":
            figure = answer.partition(" ")[2].strip()
            self._console.say(*why_lines(self._session, self._focus, figure))
        elif answer.partition(" ")[0] in ("h", "?"):
            self._explain(beats, answer.partition(" ")[2])
        elif answer and self._instant.knows(answer):
            self._instant.do(answer, self._focus)
            self._console.say(*good_lines(self._session, self._focus))
        elif answer:
            self._console.say(t("plain.unknown", answer=answer))
        else:
            self._told = -1

    def _menu(self, beats: list[Beat]) -> None:
        reasons = {beat: self._session.why_not(beat) for beat in beats}
        ahead = bands(self._session, [beat for beat in beats if not reasons[beat]])
        ids = self._session.world.pitches.ids
        name = good_name(self._session.view, self._focus)
        self._console.say(t("plain.menu", name=name))
        for number, beat in enumerate(beats, 1):
            length = self._session.world.pitches.ticks[ids.index(beat.pitch)]
            time = lasting(int(length) * self._session.world.tick_seconds)
            key = number % TENTH if number <= TENTH else number
            line = t("plain.beat", number=key, pitch=pitch_name(beat.pitch), time=time)
            if beat.pitch == self._session.view.call:
                line += t("plain.called_for")
            if reasons[beat]:
                line += t("plain.not_now", why=reasons[beat])
            elif ahead.get(beat):
                line += t("plain.likely", band=ahead[beat])
            self._console.say(line)
        if ahead and not self._warned:
            self._warned = True
            self._console.say(t("plain.band.only_now"))

    def _begin(self, beat: Beat) -> None:
        try:
            self._session.decide(beat)
        except RunError as error:
            self._console.say(t("plain.not_possible", why=str(error)))
            return
        self._pass_beat()

    def _pass_beat(self) -> None:
        """Let the running beat go by; a sell-out in it may change the host's mind."""
        before = self._session.view
        heard = Happenings(before, self._session.scenario)
        while not self._session.finished and not self._session.view.idle:
            events = self._tick(heard)
            gone = [event for event in events if isinstance(event, SoldOut)]
            if gone and not self._session.view.idle and not self._session.finished:
                self._console.say(*(sold_out(self._session.view, event) for event in gone))
                self._midway(gone[0].product)
        self._tell(heard, before.pitch, before.product)

    def _midway(self, product: str) -> None:
        left = lasting(self._session.view.beat_left)
        while not self._session.view.idle:
            answer = self._console.ask(t("plain.midway", left=left))
            if not answer:
                return
            if answer == "x":
                self._instant.take(Cut())
            elif self._instant.knows(answer):
                self._instant.do(answer, product)
            else:
                self._console.say(t("plain.unknown", answer=answer))

    def _tick(self, heard: Happenings) -> tuple[Event, ...]:
        """One tick; where it cannot be kept, the player may put things right and try again."""
        while True:
            try:
                events = self._session.advance()
                break
            except RunError as error:
                self._console.say(str(error))
                self._console.ask(t("plain.again"))
        heard.add(events)
        for line in self._voices.say(events, self._session.view):
            self._chat = [*self._chat, line][-12:]
        return events

    def _tell(self, heard: Happenings, pitch: str, product: str) -> None:
        view = self._session.view
        self._console.gap()
        if pitch:
            key = "plain.done_on" if product else "plain.done"
            name = good_name(view, product)
            self._console.say(t(key, pitch=pitch_name(pitch), name=name))
        self._console.say(*heard.told(view))

    def _wait(self) -> None:
        heard = Happenings(self._session.view, self._session.scenario)
        for _ in range(max(1, WAIT // self._session.world.tick_seconds)):
            if not self._session.finished:
                self._tick(heard)
        self._tell(heard, "", "")

    def _turn(self) -> None:
        goods = self._session.view.products
        names = [
            good.name if on_table(good) else t("plain.shelf_absent", name=good.name)
            for good in goods
        ]
        self._focus = goods[self._console.choose(t("plain.which"), names, default=0)].id
        self._told = -1

    def _say_chat(self) -> None:
        self._console.say(*(t("plain.chat", line=line) for line in self._chat[-MOST_CHAT:]))

    def _say_ghost(self) -> None:
        if self._ghost:
            self._console.say(*race_lines(self._ghost, self._session))

    def _explain(self, beats: list[Beat], which: str) -> None:
        number = _which(which, len(beats))
        if not number:
            self._console.say(t("plain.one_of", most=len(beats)))
            return
        pitch = library().pitches[beats[number - 1].pitch]
        self._console.say(f"{pitch.name}: {pitch.what} {pitch.risk}")
        if pitch.cost:
            self._console.say(t("plain.costs", fen=coins(pitch.cost)))

    def _help(self) -> None:
        self._console.say(*t("plain.help").splitlines())


def _which(answer: str, most: int) -> int:
    """The number of a beat, from 1; 0 if it is none. The tenth may be called 0 or 10."""
    number = whole(answer)
    if number is None:
        return 0
    if number == 0 and most >= TENTH:
        return TENTH
    return number if number <= most else 0
