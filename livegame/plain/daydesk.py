"""The morning's desk: change the plan until the day is opened. Nothing counts before that."""

from collections.abc import Callable

from livegame.catalog.crops import Route
from livegame.catalog.figures import count, money, percent, price
from livegame.catalog.texts import t
from livegame.engine.days.plans import price_range
from livegame.plain.console import Console, Left
from livegame.plain.dayeve import EveDesk
from livegame.runs.campaigns import eveabout
from livegame.runs.campaigns.aside import kept_back, kept_line
from livegame.runs.campaigns.doubts import show_doubt
from livegame.runs.campaigns.happenings import odds_lines
from livegame.runs.campaigns.joint import counts, pays_line
from livegame.runs.campaigns.kept import draft_of, keep_plan
from livegame.runs.campaigns.morning import morning_lines
from livegame.runs.campaigns.names import name_of, place_of, stages_of
from livegame.runs.campaigns.perpack import load_fare
from livegame.runs.campaigns.plan import draft_lines
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.village import about_farm, about_person, skill_words


class Desk:
    """Asks for changes of the day's plan."""

    def __init__(self, console: Console, session: CampaignSession) -> None:
        self._console = console
        self._session = session
        self._season = session.season
        self._state = session.moment.days
        self._draft, self._spoilt = draft_of(session)
        self._eve = EveDesk(console, self._draft, self._told)

    def run(self) -> None:
        """Change the plan until it is confirmed; an empty one is fine too.

        Raises:
            Left: the player leaves; the campaign can be continued, and the plan is kept for it.
            RunError: the plan cannot be written.
        """
        self._morning()
        if self._spoilt:
            self._console.say(self._spoilt)
        try:
            self._change()
        except Left:
            keep_plan(self._session, self._draft)
            raise
        self._session.decide(self._draft.plan)
        keep_plan(self._session, self._draft)  # it is taken: nothing is to be kept of it

    def _morning(self) -> None:
        self._console.gap()
        self._console.say(*morning_lines(self._season, self._state))

    def _change(self) -> None:
        """Change the plan until the day is to be opened, which takes its number: Enter alone reads
        the morning again, as it does in a show."""
        while True:
            self._console.gap()
            self._console.say(*draft_lines(self._draft))
            doubt = show_doubt(self._draft) or kept_line(self._draft)
            if doubt:
                self._console.say(doubt)
            steps = self._steps()
            names = [t(key if "." in key else f"days.plain.{key}") for key, _ in steps]
            at = self._console.choose(t("days.plain.choice"), names, default=len(names))
            if at == 0:
                return
            if at == len(names):
                self._morning()
            else:
                steps[at][1]()

    def _steps(self) -> list[tuple[str, Callable[[], None]]]:
        """What can be done here; ways and plants only where there are any."""
        season = self._season
        found: list[tuple[str, Callable[[], None]]] = [("open", lambda: None)]
        if self._in_time() and season.load.any():
            found.append(("loads", self._loads))
        if season.plant.any():
            found.append(("picks", self._picks))
        if season.joint.row:
            found.append(("truck", self._truck))
        if season.village.people:
            found.append(("lessons", self._lessons))
        found += [("prices", self._price), ("promise", self._promise), ("ripe", self._ripe)]
        found += [("coupon", self._coupon), ("advert", self._advert), ("slot", self._slot)]
        found += [("odds_menu", self._odds), ("undo", self._undo)]
        if kept_back(self._draft):  # last, so that no other number moves once a show is planned
            found.append(("days.aside.plain", self._aside))
        # Keys of what leads up to a great night stand in a file of their own.
        return [*found[:1], *self._eve.steps(), *found[1:]]

    def _in_time(self) -> list[Route]:
        """Ways that this rung leaves open and that bring something before the last day is over."""
        season, day = self._season, self._state.day
        rows = [row for row in season.campaign.route if season.route(row.id) >= 0]
        return [row for row in rows if day + row.lead < season.days]

    def _odds(self) -> None:
        self._console.say(*odds_lines(self._season), *t("days.plain.help").splitlines())

    def _told(self, reason: str) -> None:
        if reason:
            self._console.say(t("plain.not_possible", why=reason))

    def _undo(self) -> None:
        self._draft.clear()

    def _which(self) -> str:
        names = [name_of(self._season, good) for good in self._season.goods]
        return self._season.goods[self._console.choose(t("plain.which"), names, default=0)]

    def _loads(self) -> None:
        routes = self._in_time()
        names = [t("days.plain.none")]
        for route in routes:
            room = self._draft.room(route.id)
            number = self._season.route(route.id)
            leaves = self._season.leaves[number, self._state.day]
            key = "days.plain.route" if leaves else "days.plain.route_closed"
            day = self._state.day + 1 + route.lead
            fare = self._fare(route)
            words = {"name": route.name, "what": route.what, "cost": price(fare)}
            names.append(t(key, room=room, day=day, **words))
        at = self._console.choose(t("days.plain.which_route"), names, default=0)
        if at == 0:
            return
        route = routes[at - 1]
        for g, good in enumerate(self._season.goods):
            packs = int(self._season.load[g])
            if not packs:
                continue
            fen = packs * int(self._season.cost[g]) + self._fare(route)
            name = name_of(self._season, good)
            ask = t("days.plain.ask_loads", name=name, packs=count(packs), fen=money(fen))
            loads = self._console.number(ask)
            if loads is not None:
                self._told(self._draft.load(route.id, good, loads))

    def _picks(self) -> None:
        numbers, plan = self._season.numbers, self._draft.plan
        ask = t(
            "days.plain.ask_hands",
            most=numbers.hands_most,
            wage=price(numbers.wage),
            own=numbers.hands,
        )
        hands = self._console.number(ask)
        if hands is not None and hands != plan.hands:
            self._told(self._draft.attempt(hands=hands))
        for g, good in enumerate(self._season.goods):
            there = int(self._state.plant[g].sum())
            if not there:
                continue
            ripe = self._draft.ripe(g)
            room = self._draft.pickable(good)
            name = name_of(self._season, good)
            words = {"there": count(there), "ripe": count(ripe), "room": count(room)}
            packs = self._console.number(
                t("days.plain.ask_pick", name=name, place=place_of(self._season, g), **words)
            )
            if packs is not None:
                self._told(self._draft.pick(good, packs))

    def _truck(self) -> None:
        self._console.say(pays_line(self._season, self._state))
        for g, good in enumerate(self._season.goods):
            if not counts(self._season, g):
                continue
            words = {
                "room": count(self._draft.truckable(g)),
                "each": int(self._season.joint.kilos[g]),
            }
            ask = t("joint.ask", name=name_of(self._season, good), **words)
            packs = self._console.number(ask)
            if packs is not None:
                self._told(self._draft.truck(good, packs))

    def _price(self) -> None:
        good = self._which()
        g = self._season.good(good)
        low, high = price_range(self._season, g)
        words = {"usual": price(int(self._season.usual[g])), "low": price(low), "high": price(high)}
        name = name_of(self._season, good)
        fen = self._console.price(t("days.plain.ask_price", name=name, **words))
        if fen is not None:
            self._told(self._draft.price(good, fen))

    def _promise(self) -> None:
        good = self._which()
        g = self._season.good(good)
        ask = t(
            "days.plain.ask_promise",
            name=name_of(self._season, good),
            most=count(int(self._season.promise_most[g])),
            days=int(self._season.patience[g]),
        )
        packs = self._console.number(ask)
        if packs is not None:
            self._told(self._draft.promise(good, packs))

    def _ripe(self) -> None:
        good = self._which()
        g = self._season.good(good)
        stages = stages_of(self._season, g)
        for flag, stage in (("wait", self._season.ripe[g]), ("toss", self._season.over[g])):
            word = stages[min(int(stage), len(stages) - 1)]
            ask = t(f"days.plain.ask_{flag}", name=name_of(self._season, good), stage=word)
            at = self._console.choose(ask, [t("days.plain.yes"), t("days.plain.no")], default=1)
            self._told(self._draft.flag(flag, good, at == 0))

    def _coupon(self) -> None:
        rows = [c for c in self._season.campaign.coupon if c.id not in self._season.rung.without]
        names = [t("days.plain.none")]
        for row in rows:
            words = {"cut": percent(row.cut), "bears": percent(row.bears)}
            names.append(t("days.plain.coupon_row", name=row.name, lift=percent(row.lift), **words))
        at = self._console.choose(t("days.plain.coupon"), names, default=0)
        self._told(self._draft.attempt(coupon=rows[at - 1].id if at else ""))

    def _advert(self) -> None:
        numbers = self._season.numbers
        ask = t(
            "days.plain.ask_advert",
            most=money(numbers.advert_most),
            unit=price(numbers.advert_unit),
            lift=percent(round(numbers.advert_lift * 1000)),
        )
        fen = self._console.price(ask)
        if fen is not None:
            self._told(self._draft.attempt(advert=fen))

    def _slot(self) -> None:
        rows = [s for s in self._season.campaign.slot if s.id in self._draft.hours]
        names = [t("days.plain.no_show")]
        for row in rows:
            words = {"name": row.name, "what": row.what, "cost": price(row.cost)}
            names.append(t("days.plain.slot_row", people=count(row.people), **words))
        voice = eveabout.about_voice(self._draft)
        if voice:
            self._console.say(voice)
        at = self._console.choose(t("days.plain.slot"), names, default=0)
        self._told(self._draft.hour(rows[at - 1].id if at else ""))
        if at and self._season.village.farms:
            self._farms()

    def _fare(self, route: Route) -> int:
        """Fen of freight that a load on a route costs today, whatever good it is of."""
        good = self._season.goods[int(self._season.load.argmax())]
        return load_fare(self._season, self._state, f"{route.id}.{good}")

    def _aside(self) -> None:
        for row in kept_back(self._draft):
            words = {"most": count(row.most), "low": count(row.low), "high": count(row.high)}
            ask = t("days.aside.ask", name=name_of(self._season, row.product), **words)
            packs = self._console.number(ask)
            if packs is not None:
                self._told(self._draft.keep_back(row.product, packs))

    def _lessons(self) -> None:
        village, draft = self._season.village, self._draft
        names = [t("days.plain.enough")]
        for h, person in enumerate(village.people):
            on = person.id in draft.plan.train
            words = {"name": person.name, "about": about_person(draft, h)}
            key = "lesson_row_on" if on else "lesson_row"
            names.append(t(f"days.plain.{key}", skill=skill_words(draft, h, lesson=on), **words))
        at = self._console.choose(
            t("days.plain.ask_lesson", places=village.places), names, default=0
        )
        if at:
            person = village.people[at - 1]
            self._told(draft.lesson(person.id, person.id not in draft.plan.train))
            self._lessons()

    def _farms(self) -> None:
        village, draft = self._season.village, self._draft
        names = [t("days.plain.enough")]
        for f, farm in enumerate(village.farms):
            key = "farm_row_on" if farm.id in draft.plan.air else "farm_row"
            names.append(t(f"days.plain.{key}", name=farm.name, about=about_farm(draft, f)))
        at = self._console.choose(t("days.plain.ask_farms", most=village.on_air), names, default=0)
        if at:
            farm = village.farms[at - 1]
            self._told(draft.air(farm.id, farm.id not in draft.plan.air))
            self._farms()
