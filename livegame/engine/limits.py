"""What a rung of difficulty bars a host from, whatever the moment (`catalog.nights.Limits`)."""

from livegame.catalog.nights import Limits
from livegame.engine.actions import Action, Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.engine.tables import Ints
from livegame.engine.world import World

NOT_HERE = "not_here"  # text key of a refused verb
NO_PITCH = "pitch_barred"


def limits_of(world: World) -> Limits:
    """The limits of a night."""
    return world.scenario.limits


def barred(world: World, room: int, action: Action) -> str:
    """The reason against an action that this night bars, as the end of a text key; else ""."""
    limits = limits_of(world)
    if isinstance(action, Beat):
        return NO_PITCH if action.pitch in limits.without else ""
    if not limits.refused:
        return ""
    return NOT_HERE if any(verb in limits.refused for verb in _verbs(world, room, action)) else ""


def _verbs(world: World, room: int, action: Action) -> list[str]:
    """What an action does, in the words of `VERBS`; a plan may do several things at once."""
    match action:
        case SetPrice():
            return ["price"]
        case Release():
            return ["release"]
        case Link():
            return ["link"]
        case Reply():
            return ["reply"]
        case Cut():
            return ["cut"]
        case Plan():
            parts = {
                "tags": _changed(world, room, action.prices, world.usual),
                "stock": _changed(world, room, action.stock, world.stock),
                "advert": action.advert > 0,
            }
            return [name for name, done in parts.items() if done]
    return []


def _changed(world: World, room: int, wanted: tuple[tuple[str, int], ...], usual: Ints) -> bool:
    """Whether a plan has a number of a good otherwise than it would stand without a plan."""
    slots = [(world.slot_of(room, name), number) for name, number in wanted]
    return any(slot >= 0 and number != usual[room, slot] for slot, number in slots)
