"""The families of gates by name."""

from collections.abc import Callable

from livegame.bots.gates import (
    choices,
    drama,
    luck,
    order,
    prices,
    roles,
    scripts,
    verbs,
    weight,
)
from livegame.bots.gates.gate import Measured
from livegame.bots.gates.setting import Setting

FAMILIES: dict[str, Callable[[Setting], list[Measured]]] = {
    "order": order.measure,
    "luck": luck.measure,
    "verbs": verbs.measure,
    "scripts": scripts.measure,
    "prices": prices.measure,
    "choices": choices.measure,
    "weight": weight.measure,
    "drama": drama.measure,
    "roles": roles.measure,
}
