"""Rows of the day's plan about the evening: the coupon, the advertising, the hour of the show."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.campaigns import eveabout
from livegame.runs.campaigns.aside import kept_line
from livegame.runs.campaigns.doubts import show_doubt
from livegame.runs.campaigns.draft import DayDraft
from livegame.studio.knob import Knob, place, round_to


def frills(draft: DayDraft) -> list[Knob]:
    """All of them for this morning, in their order."""
    season, plan = draft.season, draft.plan
    without = season.rung.without
    coupons = ["", *(c.id for c in season.campaign.coupon if c.id not in without)]
    slots = ["", *draft.hours]
    group = t("days.studio.evening")
    rows = []
    if len(coupons) > 1:
        coupon = next((c for c in season.campaign.coupon if c.id == plan.coupon), None)
        about = ""
        if coupon:
            words = {"cut": figures.percent(coupon.cut), "bears": figures.percent(coupon.bears)}
            lift = figures.percent(coupon.lift)
            about = t("days.plain.coupon_row", name=coupon.name, lift=lift, **words)
        rows.append(
            Knob(
                group,
                t("days.studio.coupon"),
                coupon.name if coupon else t("days.plain.none"),
                lambda by: draft.attempt(coupon=round_to(coupons, plan.coupon, by)),
                bool(coupon),
                about or t("days.studio.about_coupon"),
                place(coupons, plan.coupon),
            )
        )
    unit, most = season.numbers.advert_unit, season.numbers.advert_most
    limit = t("days.studio.limit_most", most=figures.money(most))
    rows.append(
        Knob(
            group,
            t("days.studio.advert"),
            figures.money(plan.advert),
            lambda by: draft.as_far(
                lambda fen: draft.attempt(advert=fen),
                plan.advert,
                max(0, min(most, plan.advert + by * unit)),
            ),
            plan.advert > 0,
            t(
                "days.studio.about_advert",
                lift=figures.percent(round(season.numbers.advert_lift * 1000)),
            ),
            limit=limit if plan.advert >= most else "",
        )
    )
    slot = next((s for s in season.campaign.slot if s.id == plan.slot), None)
    about = t("days.studio.about_slot")
    if slot:
        words = {"name": slot.name, "what": slot.what, "cost": figures.yuan(slot.cost)}
        about = t("days.plain.slot_row", people=figures.count(slot.people), **words)
    doubt = show_doubt(draft) or kept_line(draft)
    about = f"{doubt} {about}" if doubt else about
    voice = eveabout.about_voice(draft)
    about = f"{about.rstrip('.')}. {voice}" if voice else about
    rows.append(
        Knob(
            group,
            t("days.studio.slot"),
            slot.name if slot else t("days.plain.no_show"),
            lambda by: draft.hour(round_to(slots, plan.slot, by)),
            bool(slot),
            about,
            place(slots, plan.slot),
        )
    )
    return rows
