"""Every number that a campaign assumes, as rows with their reasons, for the Record's list."""

from collections.abc import Iterator

from attrs import fields

from livegame.catalog.campaigns import Campaign, Coupon, Slot
from livegame.catalog.crops import Crop, Route
from livegame.catalog.happenings import Happening
from livegame.catalog.joint import Joint, Region
from livegame.catalog.library import Library
from livegame.catalog.models import Value
from livegame.catalog.texts import t
from livegame.catalog.villages import Farm, Trainee
from livegame.catalog.windows import KINDS as EVE_KINDS
from livegame.catalog.windows import Carrier, Depot, Goal, Offer, Topic, Window
from livegame.runs.ledger import Assumed

UNITS = {
    "lead": "nights",
    "loads": "loads a day",
    "cost": "fen",
    "ageing": "per mille a night",
    "growing": "per mille a night",
    "aged": "stages",
    "leaves": "days",
    "load": "packs",
    "from_stage": "stage",
    "opening": "packs",
    "plant": "packs by stage",
    "picks": "packs a hand",
    "keen": "log odds by stage",
    "complain": "per mille by stage",
    "spoil": "per mille a night",
    "drop": "per mille a night",
    "ripe": "stage",
    "over": "stage",
    "promise": "packs a day",
    "patience": "days",
    "people": "people",
    "rivals": "pull",
    "cut": "per mille",
    "bears": "per mille",
    "lift": "per mille",
    "first": "day",
    "last": "day",
    "odds": "per mille a day",
    "level": "level",
    "lasts": "days",
    "effect": "per mille",
    "appeal": "thousandths of log odds",
    "start": "per mille",
    "most": "per mille",
    "lesson": "per mille",
    "show": "per mille",
    "fee": "fen",
    "pull": "per mille",
    "course": "per mille of the goal by day",
    "usual": "per mille of the course",
    "pays": "per mille of the usual price",
    "behind": "per mille of the usual price",
    "beyond": "per mille of the usual price",
    "front": "per mille of visitors",
    "follow": "per mille more",
    "pot": "fen",
    "part": "per mille of the goal",
    "luck": "per mille, sd of a logarithm",
    "asked": "kilograms by day",
    "book": "packs",
    "deposit": "per mille of the price",
    "flaky": "per mille",
    "shy": "thousandths of log odds",
    "tires": "per mille a day",
    "rests": "per mille a day",
    "unpaid": "per mille",
    "near": "per mille",
    "carries": "packs a day",
    "room": "packs",
    "roads": "packs by day",
    "late": "per mille a night",
    "share": "per mille",
    "fade": "per mille a night",
    "before": "fen",
}
OF_GOALS = {"last": ("last_year", "fen")}  # what the same word means there
KINDS = (
    "route",
    "crop",
    "slot",
    "coupon",
    "happening",
    "trainee",
    "farm",
    "joint",
    "region",
    *EVE_KINDS,
)
Row = (
    Route
    | Crop
    | Slot
    | Coupon
    | Happening
    | Trainee
    | Farm
    | Joint
    | Region
    | Offer
    | Window
    | Depot
    | Carrier
    | Topic
    | Goal
)


def campaign_rows(lib: Library) -> Iterator[Assumed]:
    """All of them, campaign by campaign."""
    for one in lib.campaigns.values():
        for kind in KINDS:
            for row in getattr(one, kind):
                yield from _row(lib, one, kind, row)
        for daily in one.daily:
            days = "; ".join(
                f"{m.day}: {' '.join(f'{name} {n}' for name, n in (m.loads | m.picks).items())}"
                for m in daily.morning
            )
            place = f"campaign.{one.id}.daily.{daily.role}"
            what = t("days.assumed.daily", role=daily.role)
            yield Assumed(place, "script", days, "plan by day", what, daily.reason, "")
        for script in one.script:
            order = " ".join(
                f"{cue.pitch}:{cue.product}" if cue.product else cue.pitch for cue in script.cues
            )
            place = f"script.{one.id}.{script.role}"
            what = t("runs.assumed.script", name=script.role)
            yield Assumed(place, "script", order, "running order", what, script.reason, "")


def _row(lib: Library, one: Campaign, kind: str, row: Row) -> Iterator[Assumed]:
    """The numbers of one row; what is empty or nought is no assumption."""
    if isinstance(row, Crop):
        name, key = lib.products[row.product].name, row.product
    else:
        name, key = row.title if isinstance(row, Happening | Goal) else row.name, row.id
    source = row.source if isinstance(row, Route | Crop) else ""
    for field in fields(type(row)):
        value = getattr(row, field.name)
        if field.name not in UNITS or not value:
            continue
        shown: Value = value
        if isinstance(value, dict):
            shown = ", ".join(f"{part} {number}" for part, number in value.items())
        elif isinstance(value, list):
            shown = [float(number) for number in value]
        place = f"campaign.{one.id}.{kind}.{key}.{field.name}"
        key_name, unit = field.name, UNITS[field.name]
        if isinstance(row, Goal):
            key_name, unit = OF_GOALS.get(field.name, (key_name, unit))
        what = t("days.assumed.row", name=name, key=t(f"days.assumed.key.{key_name}"))
        yield Assumed(place, "campaign", shown, unit, what, row.reason, source)
