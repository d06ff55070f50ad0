"""The engine's scalar parameters, each from a named assumption in content."""

from typing import Any

from attrs import field, fields, frozen

from livegame.catalog.library import Library
from livegame.engine.pacing import kept, summed_over, within
from livegame.engine.tables import ONE


def _q16(name: str) -> Any:
    """A level or share, kept in Q16."""
    return field(metadata={"assumption": name, "unit": "q16"})


def _whole(name: str, scale: int = 1) -> Any:
    """A whole number, scaled (100 turns RMB into fen)."""
    return field(metadata={"assumption": name, "unit": scale})


def _real(name: str) -> Any:
    """A double used as it is."""
    return field(metadata={"assumption": name, "unit": "real"})


def _chance(name: str) -> Any:
    """A chance a tick, stated for five seconds."""
    return field(metadata={"assumption": name, "unit": "real", "pace": within})


def _share(name: str) -> Any:
    """A share a tick in Q16, stated for five seconds."""
    return field(metadata={"assumption": name, "unit": "q16", "pace": within})


def _keep(name: str) -> Any:
    """What is kept over a tick in Q16, stated for five seconds."""
    return field(metadata={"assumption": name, "unit": "q16", "pace": kept})


def _step(name: str) -> Any:
    """A level gained or lost a tick in Q16, stated for five seconds."""
    return field(metadata={"assumption": name, "unit": "q16", "pace": summed_over})


def _flow(name: str) -> Any:
    """A number a tick, stated for five seconds."""
    return field(metadata={"assumption": name, "unit": "real", "pace": summed_over})


@frozen
class Rates:
    """Parameters of the crowd and the shop. Q16 unless said otherwise, paces per tick.

    What each means, its reason and its source stand in content/assumptions, under the name that
    the field carries.
    """

    pool: int = _whole("crowd.pool")
    waiting: float = _real("crowd.waiting")
    bounce: float = _real("crowd.bounce")
    transfer: float = _real("crowd.transfer")
    lobby_enter: float = _chance("crowd.lobby-enter")
    leave_mood: int = _q16("leave.mood")
    leave_wear: int = _q16("leave.weariness")
    leave_anger: int = _q16("leave.anger")
    decide_stage: float = _chance("decide.stage")
    decide_launch: float = _chance("decide.launch")
    decide_shelf: float = _chance("decide.shelf")
    clutter: float = _real("decide.clutter")
    information: int = _q16("choice.information")
    appetite: int = _q16("choice.appetite")
    doubt: int = _q16("choice.doubt")
    weariness: int = _q16("choice.weariness")
    herding: int = _q16("choice.herding")
    herding_unit: int = _whole("choice.herding-unit")
    herding_most: int = _q16("choice.herding-most")
    scarcity: int = _q16("choice.scarcity")
    scarce_below: int = _q16("choice.scarce-below")
    trust: int = _q16("choice.trust")
    trust_par: int = _q16("choice.trust-par")
    mood: int = _q16("choice.mood")
    loss: int = _q16("choice.loss")
    suspicion: int = _q16("choice.suspicion")
    suspicion_from: int = _q16("choice.suspicion-from")
    rivalry: float = _real("choice.own-rivalry")
    extra: float = _real("basket.extra")
    bundle_price: int = _q16("basket.bundle-price")
    unpaid: float = _real("pay.unpaid")
    checkout: int = _whole("pay.checkout-a-second")
    substitute: float = _real("stockout.substitute")
    anger_gain: float = _real("stockout.anger")
    anger_decay: int = _share("stockout.anger-decay")
    trust_loss: float = _real("stockout.trust")
    anchor_pace: int = _share("anchor.pace")
    anchor_fade: int = _share("anchor.fade")
    desire_decay: float = _chance("desire.decay")
    wear_gain: int = _share("weariness.gain")
    wear_rest: int = _share("weariness.rest")
    used_rest: int = _share("novelty.rest")
    mood_pace: int = _share("mood.pace")
    mood_start: int = _q16("mood.start")
    trust_start: int = _q16("trust.start")
    thin_claim: int = _step("trust.thin-claim")
    voice_rest: int = _step("voice.rest")
    voice_floor: int = _q16("voice.floor")
    claims_keep: int = _keep("herding.keep")
    heat_pace: int = _share("heat.pace")
    heat_sales: int = _q16("heat.sales")
    heat_viewers: int = _q16("heat.viewers")
    heat_chat: int = _q16("heat.chat")
    heat_floor: int = _q16("heat.floor")
    heat_cap: int = _q16("heat.cap")
    market_growth: float = _real("heat.market-growth")
    chat_base: float = _flow("chat.base")
    chat_orders: float = _real("chat.orders")
    chat_echo: float = _real("chat.echo")
    chat_keep: int = _keep("chat.keep")
    asking: float = _real("chat.asking")
    reply_doubt: int = _q16("reply.doubt")
    reply_trust: int = _q16("reply.trust")
    reply_voice: int = _q16("reply.voice")
    reply_gap: int = _whole("reply.gap")
    price_reopen: float = _real("price.reopen")
    lot_reopen: float = _real("lot.reopen")
    lot_looks: float = _real("lot.looks")
    price_low: int = _whole("price.lowest")
    price_high: int = _whole("price.highest")
    luck_room: float = _real("luck.room")
    luck_taste: float = _real("luck.taste")
    budget: int = _whole("plan.budget", 100)
    advert_unit: int = _whole("plan.advert-unit", 100)
    advert_lift: int = _q16("plan.advert-lift")
    advert_most: int = _whole("plan.advert-most", 100)
    advert_keep: int = _keep("plan.advert-keep")
    refund_base: float = _real("refund.base")
    refund_urgent: float = _real("refund.urgent")
    refund_trust: float = _real("refund.trust")
    refund_anger: float = _real("refund.anger")


def read_rates(lib: Library, tick_seconds: int) -> Rates:
    """The rates from the assumptions of a library, for ticks of so many show seconds.

    Raises:
        ContentError: an assumption is missing or not a number.
    """
    values: dict[str, Any] = {}
    for one in fields(Rates):
        value = lib.number(one.metadata["assumption"])
        unit, pace = one.metadata["unit"], one.metadata.get("pace")
        if pace:
            value = pace(value, tick_seconds)
        if unit == "q16":
            values[one.name] = round(value * ONE)
        elif unit == "real":
            values[one.name] = value
        else:
            values[one.name] = round(value * unit)
    return Rates(**values)
