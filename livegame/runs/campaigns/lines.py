"""A morning's plan as a line of a run file, and back. The keys are part of the file's format."""

from typing import Any, ClassVar

from attrs import frozen

from livegame.engine.days.actions import DayPlan
from livegame.runs.fields import Fields, dump_object
from livegame.runs.lines import Decision

DAY = "day"  # the verb of a morning's plan
MOST_GOODS = 64
MOST_LOADS = 256


@frozen
class DayDecision(Decision):
    """A morning's plan, taken when `tick` steps of the campaign had gone by."""

    of_campaign: ClassVar[bool] = True

    action: Any

    def encode(self) -> bytes:
        """The line, with its end; what is empty is left out."""
        plan: DayPlan = self.action
        row: dict[str, Any] = {
            "prices": dict(plan.prices),
            "loads": dict(plan.loads),
            "picks": dict(plan.picks),
            "promise": dict(plan.promise),
            "wait": list(plan.wait),
            "toss": list(plan.toss),
            "hands": plan.hands,
            "coupon": plan.coupon,
            "advert": plan.advert,
            "slot": plan.slot,
            "train": list(plan.train),
            "air": list(plan.air),
            "truck": dict(plan.truck),
            "offer": plan.offer,
            "call": plan.call,
            "forward": dict(plan.forward),
            "staff": plan.staff,
            "teach": dict(plan.teach),
            "aside": dict(plan.aside),
        }
        kept = {key: value for key, value in row.items() if value}
        return dump_object({"t": self.tick, "do": DAY, **kept})


def day_decision(tick: int, fields: Fields) -> DayDecision:
    """The plan that the keys of a decision line tell; takes them out of `fields`.

    Raises:
        RunError: an argument that is out of bounds.
    """
    fields.name("do")

    def amounts(key: str, most: int) -> tuple[tuple[str, int], ...]:
        return fields.amounts(key, most) if key in fields else ()

    def names(key: str) -> tuple[str, ...]:
        return fields.names(key, MOST_GOODS) if key in fields else ()

    def whole(key: str) -> int:
        return fields.whole(key) if key in fields else 0

    def name(key: str) -> str:
        return fields.name(key) if key in fields else ""

    plan = DayPlan(
        prices=amounts("prices", MOST_GOODS),
        loads=amounts("loads", MOST_LOADS),
        picks=amounts("picks", MOST_GOODS),
        promise=amounts("promise", MOST_GOODS),
        wait=names("wait"),
        toss=names("toss"),
        hands=whole("hands"),
        coupon=name("coupon"),
        advert=whole("advert"),
        slot=name("slot"),
        train=names("train"),
        air=names("air"),
        truck=amounts("truck", MOST_GOODS),
        offer=name("offer"),
        call=whole("call"),
        forward=amounts("forward", MOST_LOADS),
        staff=whole("staff"),
        teach=amounts("teach", MOST_GOODS),
        aside=amounts("aside", MOST_GOODS),
    )
    return DayDecision(tick, plan)
