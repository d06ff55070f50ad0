"""A run on the screen: what the panels draw, and what the host's hands do to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from livegame.catalog import figures
from livegame.catalog.dollars import whole_dollars
from livegame.catalog.library import Library
from livegame.catalog.models import Pitch
from livegame.catalog.texts import t
from livegame.engine.actions import Action, Beat, Cut, Link, Release, Reply, SetPrice
from livegame.engine.events import (
    BeatStarted,
    CallChanged,
    Event,
    FancyChanged,
    IncidentBegan,
    IncidentOver,
    LinkOpened,
    Ordered,
    RankChanged,
    RivalSoldOut,
    SoldOut,
)
from livegame.engine.view import ProductView, RoomView, Standing
from livegame.runs.ahead import began, over
from livegame.runs.carts import CartNews, cart_news
from livegame.runs.runout import nothing_left, rests
from livegame.runs.tonight import first_good
from livegame.studio.ports import Forecast, Playable, Speaker
from livegame.studio.telling import Sale, Telling

if TYPE_CHECKING:
    from livegame.runs.ghost import Ghost

QUIET = 20  # packs back on the link that are not worth a word
FEW = 5  # packs fewer sold than a moment ago that are not


class Show(Telling):
    """One run being shown.

    Attributes:
        session: the run.
        view, standings: the room and the night, now.
        moment: counts the views, so that whoever has drawn one knows of another.
        chosen: the product that the host's hands are on.
        next: the beat that begins when this one is over.
        resting: nothing is left to sell, and the host rests until the end, or until there is.
        bands: forecasts for the beats on offer now, by pitch; empty until they are known.
        unforeseen: there are none to be had: the last time that they were asked for, it failed.
        state, speed: as the studio runs it: live, paused, turn (the host's) or over.
        gone: seconds a lot lasted, in tenths, by product, for the stamp on the stage.
        lots: all that have sold out while it was shown, each with its own time, oldest first.
        watched: nobody's hands are on it: the run has been played before.
        dollars: sums are told in US dollars, too.
        scored: it has points; a rehearsal has only its takings.
        ghost: the run that is raced, once it is known.
    """

    def __init__(self, session: Playable, library: Library, speaker: Speaker) -> None:
        super().__init__()
        self.session = session
        self.library = library
        self._speaker = speaker
        self.state, self.speed = "live", 1
        self.watched = False
        self.scored, self.dollars = True, False
        self.ghost: Ghost | None = None
        self.moment = 0
        self.view = session.view
        self.standings: tuple[Standing, ...] = session.standings
        self.chosen = first_good(self.view)
        self.next: Beat | None = None
        self.resting = False
        self.bands: dict[str, Forecast] = {}
        self.unforeseen = False
        self.gone: dict[str, SoldOut] = {}
        self.lots: list[SoldOut] = []
        self._before = (self.view.clock, self.view.watching)
        self._stars = session.estimate.stars
        here = library.under(session.scenario).pitches
        self.pitches: list[Pitch] = [
            here[name] for name in session.scenario.pitches if name in here
        ]

    @property
    def view(self) -> RoomView:
        """The room now."""
        return self._view

    @view.setter
    def view(self, view: RoomView) -> None:
        self._view = view
        self.moment += 1

    @property
    def over(self) -> bool:
        """Whether the broadcast has ended."""
        return self.session.finished

    @property
    def free(self) -> bool:
        """Whether the host may begin a beat, and has nothing lined up."""
        return self.view.idle and not (self.next or self.resting or self.over)

    @property
    def bare(self) -> bool:
        """Whether nothing is left to sell in a show that goes on."""
        return not self.over and nothing_left(self.view)

    @property
    def good(self) -> ProductView | None:
        """The product that the hands are on."""
        return self.view.product_view(self.chosen)

    def country(self, role: str) -> str:
        """A host's country."""
        host = self.library.hosts.get(role)
        return host.country if host else role

    def short(self, product: str) -> str:
        """A product's short name, of this room or another."""
        good = self.library.products.get(product)
        return good.short if good else product

    def called(self, product: str) -> str:
        """Its short name where a line begins with it."""
        name = self.short(product)
        return name[:1].upper() + name[1:]

    def abroad(self, fen: int) -> str:
        """A sum in US dollars, in a sentence; "" unless the player wants that."""
        found = whole_dollars(self.library.facts, fen) if self.dollars else None
        return "" if found is None else t("why.dollars", dollars=figures.count(found))

    @property
    def clock(self) -> int:
        """Show seconds since the start, as far as the last tick has been told."""
        return self._between(self._before[0], self.view.clock)

    @property
    def watching(self) -> int:
        """Viewers, as far as the last tick has been told."""
        return self._between(self._before[1], self.view.watching)

    def _between(self, then: int, now: int) -> int:
        return now if self.part >= 1 else then + int((now - then) * self.part)

    def beat(self, pitch: Pitch) -> Beat:
        """The pitch on the product in hand, or on the room."""
        return Beat(pitch.id, self.chosen if pitch.needs_product else "")

    def why_not(self, pitch: Pitch) -> str:
        """A reason against the pitch now, or nothing."""
        return self.session.why_not(self.beat(pitch))

    def hoarse(self, pitch: Pitch) -> bool:
        """Whether it is the voice that stands against the pitch now."""
        return pitch.voice > 0 and self.why_not(pitch) == t("engine.refuse.no_voice")

    @property
    def rest(self) -> Pitch | None:
        """The pitch that gives voice back and can be held now, the cheapest of them; or None."""
        resting = [one for one in self.pitches if one.voice < 0 and not self.why_not(one)]
        return min(resting, key=lambda one: one.cost, default=None)

    def choose(self, pitch: Pitch) -> str:
        """Begin the pitch, or line it up behind the one that runs; returns a notice."""
        beat = self.beat(pitch)
        if self.view.idle:
            return self.do(beat)
        self.resting = False
        self.next = None if self.next == beat else beat
        return t("studio.said.next", pitch=pitch.name) if self.next else t("studio.said.unlined")

    def do(self, action: Action) -> str:
        """Take a decision; returns a notice: what was done, or why not."""
        against = self.session.why_not(action)
        if against:
            return against
        self._take(self.session.decide(action))
        self.resting = False
        self.bands = {}
        return self._told(action)

    def step(self) -> Sequence[Event]:
        """One tick; the beat that was lined up begins when its turn has come."""
        if self.over:
            return ()
        self.reveal(1.0)
        if self.view.idle:
            lined, self.next = self.next, None
            beats = [lined] if lined else rests(self.pitches) if self.resting else []
            beat = next((one for one in beats if not self.session.why_not(one)), None)
            if beat:
                self._take(self.session.decide(beat))
        before, tick = self.view, self.view.tick
        events = self.session.advance()
        self._take(events)
        for news in cart_news(before, self.view, events):
            self._carts(news, before)
        if self.resting and not nothing_left(self.view):
            self.resting = False
            self.note(t("studio.note.again"))
        guess = self.session.estimate
        if guess.stars > self._stars and not self.over:
            self._stars = guess.stars
            words = {"stars": "★" * guess.stars, "points": figures.count(guess.points)}
            self.note(t("studio.note.star", **words))
        if self.spread and self.view.tick == tick + 1 and not self.view.idle:
            self._before, self.part = (before.clock, before.watching), 0.0
        else:
            self.reveal(1.0)
        return events

    def hand_on(self, step: int) -> None:
        """Put the hands on the next or last product; one that is gone for good is passed over."""
        ids = [
            good.id
            for good in self.view.products
            if good.shelf or good.held or good.reserved or good.id == self.chosen
        ]
        if ids:
            at = ids.index(self.chosen) if self.chosen in ids else 0
            self.chosen = ids[(at + step) % len(ids)]
            self.bands = {}

    def turned(self) -> None:
        """The run stands at another moment now: what was said before it is no longer heard."""
        self.view, self.standings = self.session.view, self.session.standings
        self.chosen = self.view.product or self.chosen
        self.gone.clear()
        self.lots.clear()
        self.bands = {}
        self.forget()

    def _take(self, events: Sequence[Event]) -> None:
        idle = self.view.idle
        self.view = self.session.view
        self.standings = self.session.standings
        if idle != self.view.idle:
            self.bands = {}
        for event in events:
            self._notice(event)
        self._say(self._speaker.say(events, self.view))

    def _notice(self, event: Event) -> None:
        match event:
            case Ordered(product, packs, fen):
                sale = Sale(self.view.clock, product, packs, fen)
                self._order(sale, self.session.scenario.tick_seconds)
            case SoldOut(product, seconds, packs, _):
                self.gone[product] = event
                self.lots.append(event)
                lasted = figures.seconds(seconds)
                words = {"name": self.called(product), "packs": figures.count(packs)}
                self.note(t("studio.note.sold_out", time=lasted, **words))
            case LinkOpened(product):
                self.gone.pop(product, None)
                self.note(t("studio.note.opened", name=self.called(product)))
            case RankChanged(before, now):
                way = "up" if now < before else "down"
                self.note(t(f"studio.note.rank_{way}", rank=figures.ordinal(now)))
            case RivalSoldOut(role, product):
                country, name = self.country(role), self.short(product)
                self.note(t("studio.note.rival", country=country, name=name))
            case IncidentBegan(name):
                self.note(began(self.session.scenario, name))
            case IncidentOver(name):
                self.note(over(self.session.scenario, name))
            case FancyChanged(product) if product:
                self.note(t("studio.note.fancy", name=self.called(product)))
            case CallChanged(pitch) if pitch:
                self.note(t("studio.note.call", pitch=self.library.pitches[pitch].name))
            case BeatStarted(_, product) if product:
                self.chosen = product
            case _:
                pass

    def _carts(self, news: CartNews, before: RoomView) -> None:
        """Packs that nobody paid for are back, or gone again: a quiet line."""
        words = {"name": self.called(news.product), "packs": figures.count(news.back)}
        was = before.product_view(news.product)
        if news.back >= QUIET or (news.back and was and not was.shelf):
            self.note(t("studio.note.unpaid", **words))
        elif news.gone:
            self.note(t("studio.note.gone_again", **words))
        if news.lost >= FEW:
            self.note(t("studio.note.never_paid", **words | {"packs": figures.count(news.lost)}))

    def _told(self, action: Action) -> str:
        match action:
            case SetPrice(product, fen):
                return t("studio.said.price", name=self.called(product), price=figures.price(fen))
            case Release(product, packs):
                words = {"name": self.short(product), "packs": figures.count(packs)}
                return t("studio.said.release", **words)
            case Link(product, open=is_open):
                key = "studio.said.open" if is_open else "studio.said.shut"
                return t(key, name=self.short(product))
            case Reply():
                return t("studio.said.reply")
            case Cut():
                return t("studio.said.cut")
            case _:
                return ""
