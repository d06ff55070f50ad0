"""The morning's desk, line by line, where days lead up to a great night: the book, warehouses, the
chat."""

from collections.abc import Callable

from livegame.catalog.figures import count
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.plain.console import Console
from livegame.runs.campaigns import eveabout
from livegame.runs.campaigns.draft import DayDraft

Told = Callable[[str], None]
Step = tuple[str, Callable[[], None]]


class EveDesk:
    """Asks for what the plan says of it; reasons why something cannot be go to `told`."""

    def __init__(self, console: Console, draft: DayDraft, told: Told) -> None:
        self._console = console
        self._draft = draft
        self._told = told

    def steps(self) -> list[Step]:
        """What can be done this morning, by its text key."""
        eve, found = self._draft.season.eve, list[Step]()
        if eveabout.callable_now(self._draft) or eveabout.offers_now(self._draft):
            found.append(("eve.plain.book", self._book))
        if any(self._open(z) for z in range(len(eve.depots))):
            found.append(("eve.plain.forward", self._forward))
        if eve.topics:
            found.append(("eve.plain.chat", self._chat))
        return found

    def _open(self, z: int) -> bool:
        """Whether a warehouse can still be sent to today, and in time."""
        season, day = self._draft.season, self._draft.state.day
        row = season.eve.depots[z]
        return day + row.lead < season.days and row.roads[day] > 0

    def _book(self) -> None:
        draft = self._draft
        if eveabout.callable_now(draft):
            self._console.say(eveabout.about_call(draft))
            share = self._console.number(t("eve.plain.ask_call"))
            if share is not None:
                self._told(draft.attempt(call=min(share, 100) * 10))
        offers = eveabout.offers_now(draft)
        if offers:
            names = [t("days.plain.none")]
            for name in offers[1:]:
                row = draft.season.eve.offers[draft.season.eve.offer(name)]
                about = eveabout.about_offer(draft, name)
                names.append(t("eve.plain.offer_row", name=row.name, about=about))
            at = self._console.choose(t("eve.plain.ask_offer"), names, default=0)
            self._told(draft.attempt(offer=offers[at]))

    def _forward(self) -> None:
        draft, season = self._draft, self._draft.season
        names = [t("days.plain.none")]
        for z, row in enumerate(season.eve.depots):
            about = eveabout.about_depot(draft, z)
            names.append(t("eve.plain.offer_row", name=row.name, about=about))
        at = self._console.choose(t("eve.plain.ask_forward"), names, default=0)
        if at == 0:
            return
        depot = season.eve.depots[at - 1].id
        for g, good in enumerate(season.goods):
            there = count(int(draft.state.stock[g].sum()))
            name = library().products[good].name
            packs = self._console.number(t("eve.plain.ask_packs", name=name, there=there))
            if packs is not None:
                self._told(draft.forward(depot, good, packs))

    def _chat(self) -> None:
        draft, eve = self._draft, self._draft.season.eve
        about = eveabout.about_staff(draft)
        desks = self._console.number(t("eve.plain.ask_staff", most=eve.most, about=about))
        if desks is not None:
            self._told(draft.staff(desks))
        for q, row in enumerate(eve.topics):
            about = eveabout.about_topic(draft, q)
            people = self._console.number(t("eve.plain.ask_teach", name=row.name, about=about))
            if people is not None:
                self._told(draft.teach(row.id, people))
