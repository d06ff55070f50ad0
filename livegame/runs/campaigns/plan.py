"""A day's plan in short lines, with what it costs."""

from livegame.catalog.figures import count, money, price
from livegame.catalog.texts import t
from livegame.runs.campaigns import evewords
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.names import name_of


def draft_lines(draft: DayDraft) -> list[str]:
    """The plan as it stands, with what it costs."""
    season, plan, state = draft.season, draft.plan, draft.state
    lines = []
    for name, loads in plan.loads:
        route, _, product = name.partition(".")
        number, g = season.route(route), season.good(product)
        day = state.day + 1 + int(season.lead[number])
        key = "draft_load" if day <= season.days else "draft_load_late"
        lines.append(
            t(
                f"days.plain.{key}",
                loads=loads,
                route=season.campaign.route[number].name,
                name=name_of(season, product),
                packs=count(loads * int(season.load[g])),
                day=day,
            )
        )
    rows = (("pick", plan.picks), ("promise", plan.promise))
    lines += [
        t(f"days.plain.draft_{key}", packs=count(packs), name=name_of(season, name))
        for key, table in rows
        for name, packs in table
    ]
    if plan.hands:
        lines.append(t("days.plain.draft_hands", hands=plan.hands))
    lines += [
        t("days.plain.draft_price", name=name_of(season, name), price=price(fen))
        for name, fen in plan.prices
    ]
    lines += [
        t(f"days.plain.draft_{key}", name=name_of(season, name))
        for key in ("wait", "toss")
        for name in getattr(plan, key)
    ]
    lines += [
        t("joint.draft_truck", packs=count(packs), name=name_of(season, name))
        for name, packs in plan.truck
    ]
    if plan.truck:
        lines.append(t("joint.draft_income", fen=money(draft.truck_pays)))
    lines += evewords.draft_lines(draft)
    lines += _frills(draft)
    if not lines:
        return [t("days.plain.draft_none")]
    cost = -(-draft.cost // 100) * 100  # up to the yuan, as what is left is cut to it
    left = money(state.cash - draft.cost + draft.truck_pays)
    return [
        t("days.plain.draft"),
        *lines,
        t("days.plain.draft_cost", fen=money(cost), left=left),
    ]


def _frills(draft: DayDraft) -> list[str]:
    season, plan = draft.season, draft.plan
    lines = []
    if plan.coupon:
        row = next(c for c in season.campaign.coupon if c.id == plan.coupon)
        lines.append(t("days.plain.draft_coupon", name=row.name))
    if plan.advert:
        lines.append(t("days.plain.draft_advert", fen=money(plan.advert)))
    if plan.slot:
        slot = next(s for s in season.campaign.slot if s.id == plan.slot)
        lines.append(t("days.plain.draft_slot", name=slot.name))
    lines += [
        t("days.aside.draft", packs=count(packs), name=name_of(season, name))
        for name, packs in plan.aside
    ]
    people, farms = season.village.people, season.village.farms
    lines += [t("days.plain.draft_air", name=f.name) for f in farms if f.id in plan.air]
    lines += [t("days.plain.draft_lesson", name=p.name) for p in people if p.id in plan.train]
    return lines
