"""Every pitch and every good is needed by somebody."""

from collections import Counter

from livegame.bots.gates.gate import Measured
from livegame.bots.gates.setting import Setting


def measure(setting: Setting) -> list[Measured]:
    """How much of the expert's play each pitch and each good is."""
    expert, world = setting.field["expert"], setting.world
    goods = [good.id for good in world.goods[world.room_of(setting.role)]]
    return [
        *_used("pitch-use", expert.pitches, world.pitches.ids[1:]),
        *_used("good-use", expert.goods, goods),
    ]


def _used(gate: str, counts: Counter[str], names: tuple[str, ...] | list[str]) -> list[Measured]:
    total = sum(counts.values())
    return [Measured(gate, name, counts[name] / max(total, 1), total) for name in names]
