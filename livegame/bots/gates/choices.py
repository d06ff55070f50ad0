"""No pitch is the answer to everything, and every pitch and good is needed by somebody."""

from collections import Counter

from attrs import frozen

from livegame.bots.games import run_all
from livegame.bots.gates.gate import Measured
from livegame.bots.gates.moments import moments
from livegame.bots.gates.setting import Setting
from livegame.bots.hosts.planner import Planner
from livegame.bots.nights import shipped_world
from livegame.bots.seat import Seat
from livegame.engine.actions import Beat

EACH = 4  # decisions of a night that are looked at
NIGHTS = 50  # at most


@frozen
class Look:
    """A night of the expert's whose decisions the planner judges."""

    scenario: str
    role: str
    seed: int


def best_pitches(look: Look) -> list[str]:
    """The pitch that the planner finds best at some decisions of the expert's night."""
    world = shipped_world(look.scenario)
    room = world.room_of(look.role)
    found = []
    for moment in moments(look.scenario, look.role, look.seed, EACH):
        best = Planner().decide(Seat(world, moment.state, room))
        found += [action.pitch for action in best if isinstance(action, Beat)]
    return found


def measure(setting: Setting) -> list[Measured]:
    """The most frequent best pitch, and the least used pitch and good of the expert's play."""
    looks = [Look(setting.scenario, setting.role, seed) for seed in setting.seeds[:NIGHTS]]
    judged = run_all(best_pitches, looks, executor=setting.executor, progress=setting.progress)
    best = Counter(pitch for pitches in judged for pitch in pitches)
    total = sum(best.values())
    (top, most), *_ = best.most_common(1) or [("", 0)]
    expert, world = setting.field["expert"], setting.world
    goods = [good.id for good in world.goods[world.room_of(setting.role)]]
    return [
        Measured("best-pitch", top, most / max(total, 1), total, _told(best)),
        *_used("pitch-use", expert.pitches, world.pitches.ids[1:]),
        *_used("good-use", expert.goods, goods),
    ]


def _used(gate: str, counts: Counter[str], names: tuple[str, ...] | list[str]) -> list[Measured]:
    total = sum(counts.values())
    return [Measured(gate, name, counts[name] / max(total, 1), total) for name in names]


def _told(counts: Counter[str]) -> str:
    total = max(sum(counts.values()), 1)
    return ", ".join(f"{name} {n * 100 // total} %" for name, n in counts.most_common())
