"""Actions as JSON-able objects and back. The keys are part of the run file's format."""

from collections.abc import Callable
from typing import Any

from livegame.catalog.texts import t
from livegame.engine.actions import Action, Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.runs.fields import Fields
from livegame.runs.problems import RunError

MOST_GOODS = 64


def _amounts(pairs: tuple[tuple[str, int], ...]) -> dict[str, int]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise RunError(t("runs.plan_twice"))
    return found


def encode(action: Action) -> dict[str, Any]:
    """The action as a flat object whose "do" names the verb.

    Raises:
        RunError: a plan names a product twice.
    """
    row: dict[str, Any]
    match action:
        case Plan():
            row = {
                "do": "plan",
                "prices": _amounts(action.prices),
                "stock": _amounts(action.stock),
                "lots": _amounts(action.lots),
                "open": list(action.open),
                "advert": action.advert,
            }
        case Beat():
            row = {"do": "beat", "pitch": action.pitch, "product": action.product}
        case SetPrice():
            row = {"do": "price", "product": action.product, "fen": action.fen}
        case Release():
            row = {"do": "release", "product": action.product, "packs": action.packs}
        case Link():
            row = {"do": "link", "product": action.product, "open": action.open}
        case Reply():
            row = {"do": "reply"}
        case Cut():
            row = {"do": "cut"}
    return row


def _take_plan(fields: Fields) -> Plan:
    return Plan(
        prices=fields.amounts("prices", MOST_GOODS),
        stock=fields.amounts("stock", MOST_GOODS),
        lots=fields.amounts("lots", MOST_GOODS),
        open=fields.names("open", MOST_GOODS),
        advert=fields.whole("advert"),
    )


TAKE: dict[str, Callable[[Fields], Action]] = {
    "plan": _take_plan,
    "beat": lambda f: Beat(f.name("pitch"), f.name("product", empty=True)),
    "price": lambda f: SetPrice(f.name("product"), f.whole("fen")),
    "release": lambda f: Release(f.name("product"), f.whole("packs")),
    "link": lambda f: Link(f.name("product"), f.flag("open")),
    "reply": lambda f: Reply(),
    "cut": lambda f: Cut(),
}


def take_action(fields: Fields) -> Action:
    """The action that the keys of a decision line tell; takes them out of `fields`.

    Raises:
        RunError: an unknown verb, or an argument that is missing or out of bounds.
    """
    verb = fields.name("do")
    if verb not in TAKE:
        fields.wrong("do", t("runs.need_verb"))
    return TAKE[verb](fields)
