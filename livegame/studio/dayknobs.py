"""The day's plan as rows that arrows turn: what each is, how it stands, what a turn does."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.days.plans import price_range
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.joint import counts, pays_line
from livegame.runs.campaigns.names import name_of, place_of, short_of, stages_of
from livegame.runs.campaigns.perpack import load_fare, wage_today
from livegame.runs.campaigns.village import about_farm, about_person, skill_words
from livegame.studio.dayaside import aside_rows
from livegame.studio.dayeve import eve_rows
from livegame.studio.dayfrills import frills
from livegame.studio.knob import Knob


def knobs(draft: DayDraft) -> list[Knob]:
    """All rows for this morning, in their order."""
    return [
        *village_knobs(draft),
        *(Knob(*row) for row in eve_rows(draft)),
        *_loads(draft),
        *_picks(draft),
        *_truck(draft),
        *_prices(draft),
        *_promises(draft),
        *_flags(draft),
        *frills(draft),
        *aside_rows(draft),
    ]


def _loads(draft: DayDraft) -> list[Knob]:
    season, plan = draft.season, dict(draft.plan.loads)
    rows = []
    for route in season.campaign.route:
        number = season.route(route.id)
        if number < 0 or not season.leaves[number, draft.state.day]:
            continue
        if draft.state.day + route.lead >= season.days:
            continue  # nothing of it would come before all is over
        for g, good in enumerate(season.goods):
            if not season.load[g]:
                continue
            loads = plan.get(f"{route.id}.{good}", 0)

            def turn(by: int, route: str = route.id, good: str = good, now: int = loads) -> str:
                wanted = max(0, now + by)
                return draft.as_far(lambda n: draft.load(route, good, n), now, wanted)

            day = draft.state.day + 1 + route.lead
            group = t("days.studio.route", name=route.name, day=day)
            label = short_of(season, g)
            packs = figures.short(loads * int(season.load[g]))
            value = t("days.studio.loads", loads=loads, packs=packs)
            about = t(
                "days.studio.about_load",
                what=route.what,
                room=draft.room(route.id),
                cost=figures.yuan(load_fare(season, draft.state, f"{route.id}.{good}")),
            )
            said = {"good": good, "route": route.id}
            rows.append(Knob(group, label, value, turn, loads > 0, about, **said))
    return rows


def _picks(draft: DayDraft) -> list[Knob]:
    season, plan = draft.season, dict(draft.plan.picks)
    if not season.plant.any():
        return []
    first = int(season.plant.sum(axis=1).argmax())  # what stands where most of it does
    group = t("days.studio.picks", place=place_of(season, first))
    hands = draft.plan.hands

    def hire(by: int) -> str:
        wanted = max(0, hands + by)
        return draft.as_far(lambda n: draft.attempt(hands=n), hands, wanted)

    wage = figures.price(wage_today(season, draft.state))
    about = t("days.studio.about_hands", own=season.numbers.hands, wage=wage)
    full = hands >= season.numbers.hands_most
    words = {"why": t("days.refuse.no_hands"), "most": season.numbers.hands_most}
    limit = t("days.studio.limit_hands", **words) if full else ""
    label = t("days.studio.hands")
    rows = [Knob(group, label, str(hands), hire, hands > 0, about, limit=limit)]
    for g, good in enumerate(season.goods):
        if not season.plant[g].any():
            continue  # it is brought, and never stands anywhere to be picked
        packs = plan.get(good, 0)

        def turn(
            by: int, good: str = good, now: int = packs, pace: int = int(season.picks[g])
        ) -> str:
            wanted = max(0, now + by * pace)
            if by > 0:
                wanted = max(now, min(wanted, draft.pickable(good)))
            return draft.as_far(lambda n: draft.pick(good, n), now, wanted)

        label, room = short_of(season, g), draft.pickable(good)
        words = {
            "there": figures.count(int(draft.state.plant[g].sum())),
            "place": place_of(season, g),
            "room": figures.count(room),
            "name": label,
        }
        about = t(
            "days.studio.about_choosy" if season.choosy[g] else "days.studio.about_pick",
            ripe=figures.count(draft.ripe(g)),
            **words,
        )
        limit = t("days.studio.limit_picks", **words) if packs >= room else ""
        said = {"limit": limit, "good": good}
        rows.append(Knob(group, label, figures.count(packs), turn, packs > 0, about, **said))
    return rows


def _truck(draft: DayDraft) -> list[Knob]:
    """What goes on the platform's truck, where there is a joint goal."""
    season, plan, rows = draft.season, dict(draft.plan.truck), []
    for g, good in enumerate(season.goods):
        if not counts(season, g):
            continue
        packs, room = plan.get(good, 0), draft.truckable(g)
        step = max(1, -(-100 // int(season.joint.kilos[g])))

        def turn(
            by: int, good: str = good, now: int = packs, room: int = room, step: int = step
        ) -> str:
            most = max(room, now) if by > 0 else now
            return draft.truck(good, max(0, min(now + by * step, most)))

        about = t(
            "joint.about",
            pays=pays_line(season, draft.state),
            room=figures.count(room),
        )
        label = short_of(season, g)
        limit = t("days.studio.limit_truck", room=figures.count(room), name=label)
        said = {"limit": limit if packs >= room else "", "good": good}
        rows.append(
            Knob(t("joint.group"), label, figures.count(packs), turn, packs > 0, about, **said)
        )
    return rows


def _prices(draft: DayDraft) -> list[Knob]:
    season, rows = draft.season, []
    for g, good in enumerate(season.goods):
        now = draft.price_of(good)
        usual = int(season.usual[g])

        def turn(by: int, good: str = good, now: int = now, usual: int = usual) -> str:
            step = max(10, usual // 100 // 10 * 10)
            why = draft.as_far(lambda steps: draft.price(good, now + steps * step), 0, by)
            return _within_range(draft, good, why) if why else ""

        value = t("days.studio.price", price=figures.price(now))
        about = t(
            "days.studio.about_price",
            usual=figures.price(usual),
            habit=figures.price(int(draft.state.habit[g])),
        )
        label, on = short_of(season, g), good in dict(draft.plan.prices)
        rows.append(Knob(t("days.studio.prices"), label, value, turn, on, about, good=good))
    return rows


def _within_range(draft: DayDraft, good: str, why: str) -> str:
    """Why a price cannot be, with those that can."""
    low, high = price_range(draft.season, draft.season.good(good))
    words = {"low": figures.price(low), "high": figures.price(high)}
    return t("days.studio.limit_price", why=why, **words)


def _promises(draft: DayDraft) -> list[Knob]:
    season, plan, rows = draft.season, dict(draft.plan.promise), []
    if draft.state.day + 1 >= season.days:
        return []
    for g, good in enumerate(season.goods):
        packs, most = plan.get(good, 0), int(season.promise_most[g])
        if not most:
            continue

        def turn(by: int, good: str = good, now: int = packs, most: int = most) -> str:
            return draft.promise(good, max(0, min(most, now + by * max(1, most // 20))))

        about = t(
            "days.studio.about_promise",
            most=figures.count(most),
            days=int(season.patience[g]),
        )
        label = short_of(season, g)
        limit = t("days.studio.limit_most", most=figures.count(most)) if packs >= most else ""
        group, said = t("days.studio.promises"), {"limit": limit, "good": good}
        rows.append(Knob(group, label, figures.count(packs), turn, packs > 0, about, **said))
    return rows


def _flags(draft: DayDraft) -> list[Knob]:
    season, rows = draft.season, []
    for flag, stages in (("wait", season.ripe), ("toss", season.over)):
        for g, good in enumerate(season.goods):
            if flag == "wait" and not stages[g]:
                continue
            on = good in getattr(draft.plan, flag)

            def turn(by: int, flag: str = flag, good: str = good, on: bool = on) -> str:
                return draft.flag(flag, good, not on)

            words = stages_of(season, g)
            stage = words[min(int(stages[g]), len(words) - 1)]
            value = t(f"days.studio.{flag}_on" if on else "days.plain.no", stage=stage)
            about = t(f"days.studio.about_{flag}", name=name_of(season, good), stage=stage)
            label = short_of(season, g)
            rows.append(Knob(t(f"days.studio.{flag}"), label, value, turn, on, about))
    return rows


def village_knobs(draft: DayDraft) -> list[Knob]:
    """Whom to send to a lesson, and which farms go on air: rows that are set or not."""
    village, plan = draft.season.village, draft.plan
    rows = []
    for h, person in enumerate(village.people):
        on = person.id in plan.train

        def teach(by: int, name: str = person.id, on: bool = on) -> str:
            return draft.lesson(name, not on)

        value = skill_words(draft, h, lesson=on)
        about = about_person(draft, h)
        rows.append(Knob(t("days.studio.lessons"), person.name, value, teach, on, about))
    for f, farm in enumerate(village.farms):
        on = farm.id in plan.air

        def show(by: int, name: str = farm.id, on: bool = on) -> str:
            return draft.air(name, not on)

        key = "on_air" if on else "off_air"
        value = t(f"days.studio.{key}", packs=figures.count(draft.to_offer(f)))
        about = about_farm(draft, f)
        rows.append(Knob(t("days.studio.farms"), farm.name, value, show, on, about))
    return rows
