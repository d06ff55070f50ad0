"""What happened between two moments of a room, in sentences."""

from collections import Counter
from collections.abc import Iterable

from livegame.catalog.figures import count, percent, seconds
from livegame.catalog.nights import Scenario
from livegame.catalog.nouns import in_sentence
from livegame.catalog.texts import t
from livegame.engine.events import (
    CallChanged,
    Event,
    FancyChanged,
    IncidentBegan,
    IncidentOver,
    LinkOpened,
    Ordered,
    RivalSoldOut,
    SoldOut,
    Unpaid,
)
from livegame.engine.view import RoomView
from livegame.plain.words import (
    change,
    coins,
    country,
    good_name,
    lasting,
    ordinal,
    packs_of,
    pitch_name,
)
from livegame.runs.ahead import began, over

MOST_RIVALS = 3


class Happenings:
    """Collects the events of a stretch of show time and tells them as sentences."""

    def __init__(self, before: RoomView, scene: Scenario) -> None:
        self._before = before
        self._scene = scene
        self._outside: list[str] = []
        self._fancy = self._call = ""
        self._packs: Counter[str] = Counter()
        self._fen: Counter[str] = Counter()
        self._unpaid: Counter[str] = Counter()
        self._opened: list[str] = []
        self._gone: list[SoldOut] = []
        self._rivals: list[RivalSoldOut] = []

    def add(self, events: Iterable[Event]) -> None:
        """Take in the events of a tick or a decision."""
        for event in events:
            match event:
                case Ordered(product=product, packs=packs, fen=fen):
                    self._packs[product] += packs
                    self._fen[product] += fen
                case SoldOut():
                    self._gone.append(event)
                case Unpaid(product=product, packs=packs):
                    self._unpaid[product] += packs
                case LinkOpened(product=product):
                    self._opened.append(product)
                case RivalSoldOut():
                    self._rivals.append(event)
                case IncidentBegan(id=name):
                    self._outside.append(began(self._scene, name))
                case IncidentOver(id=name):
                    self._outside.append(over(self._scene, name))
                case FancyChanged(product=product) if product:
                    self._fancy = product
                case CallChanged(pitch=pitch) if pitch:
                    self._call = pitch

    def told(self, after: RoomView) -> list[str]:
        """The sentences, most important first."""
        return [
            *self._outside,
            *([t("ahead.asked", name=good_name(after, self._fancy))] if self._fancy else []),
            *([t("ahead.called", pitch=pitch_name(self._call))] if self._call else []),
            *(t("plain.opened", name=good_name(after, product)) for product in self._opened),
            *(self._sold(after, product) for product, _ in self._fen.most_common()),
            *(sold_out(after, event) for event in self._gone),
            *self._waiting(after),
            self._crowd(after),
            *self._levels(after),
            *self._rank(after),
            *self._elsewhere(after),
        ]

    def _sold(self, after: RoomView, product: str) -> str:
        packs, fen = self._packs[product], self._fen[product]
        return t("plain.sold", packs=packs_of(packs, good_name(after, product)), fen=coins(fen))

    def _waiting(self, after: RoomView) -> list[str]:
        """Packs that went into carts unpaid, and those that came back to the link."""
        found: list[str] = []
        for was, now in zip(self._before.products, after.products, strict=True):
            name = good_name(after, now.id)
            unpaid = self._unpaid[now.id]
            if unpaid:
                found.append(t("plain.unpaid", packs=packs_of(unpaid, name)))
            back = was.reserved + unpaid - now.reserved
            if back > 0:
                key = "plain.back_gone" if now.open and not now.shelf else "plain.back_on_link"
                found.append(t(key, packs=packs_of(back, name)))
        return found

    def _crowd(self, after: RoomView) -> str:
        passed = lasting(after.clock - self._before.clock)
        moved = after.watching - self._before.watching
        return t("plain.came", time=passed, change=change(moved), watching=count(after.watching))

    def _levels(self, after: RoomView) -> list[str]:
        found: list[str] = []
        for was, now in zip(self._before.products, after.products, strict=True):
            if abs(now.desire - was.desire) >= 20:
                key = "plain.desire_up" if now.desire > was.desire else "plain.desire_down"
                name = in_sentence(now.name)
                found.append(t(key, name=name, was=percent(was.desire), now=percent(now.desire)))
        if abs(after.trust - self._before.trust) >= 10:
            levels = {"was": percent(self._before.trust), "now": percent(after.trust)}
            found.append(t("plain.trust", **levels))
        return found

    def _rank(self, after: RoomView) -> list[str]:
        if after.rank == self._before.rank or not self._before.sales:
            return []
        key = "plain.rank_up" if after.rank < self._before.rank else "plain.rank_down"
        return [t(key, rank=ordinal(after.rank))]

    def _elsewhere(self, after: RoomView) -> list[str]:
        last = self._rivals[-MOST_RIVALS:]
        return [
            t("plain.rival_gone", who=country(event.role), name=good_name(after, event.product))
            for event in last
        ]


def sold_out(view: RoomView, event: SoldOut) -> str:
    """A sell-out, with how long the lot lasted and who came too late."""
    line = t(
        "plain.sold_out",
        name=good_name(view, event.product),
        packs=count(event.packs),
        time=seconds(event.seconds),
    )
    if event.turned_away:
        line += " " + t("plain.too_late", count=count(event.turned_away))
    return line
