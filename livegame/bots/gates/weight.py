"""What single decisions weigh, and what is best: each beat that was possible, and the night played
on from it."""

import copy
from collections import Counter

import numpy as np
from attrs import frozen

from livegame.bots.evenings import Evenings
from livegame.bots.games import outcome, run_all
from livegame.bots.gates.gate import Measured
from livegame.bots.gates.moments import Moment, moments
from livegame.bots.gates.setting import Setting
from livegame.bots.host import Host
from livegame.bots.hosts.expert import Expert
from livegame.bots.nights import shipped_world
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Beat
from livegame.engine.lanes import keep_nights
from livegame.engine.world import World

EACH = 2  # decisions of a night
NIGHTS = 40  # at most
FELT, DECISIVE = 0.01, 0.15  # of the final score


class _Otherwise(Host):
    """The expert, but its first beat is settled; its instant actions before it stay its own."""

    alert, restless = Expert.alert, Expert.restless

    def __init__(self, expert: Expert, beat: Beat) -> None:
        self._expert, self._beat = copy.deepcopy(expert), beat
        self._begun = False

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """The settled beat at first, then whatever the expert does."""
        if self._begun:
            return self._expert.decide(seat)
        self._begun = True
        return self._expert.insist(seat, self._beat)


@frozen
class Weighing:
    """A night of the expert's, some of whose decisions are taken in every other way."""

    scenario: str
    role: str
    seed: int


@frozen
class Choice:
    """A decision: best less worst outcome, as a share of the expert's own, and the best pitch."""

    difference: float
    best: str


def choices(weighing: Weighing) -> list[Choice]:
    """Some decisions of a night, each taken in every way and played on under the same luck."""
    world = shipped_world(weighing.scenario)
    room = world.room_of(weighing.role)
    found = moments(weighing.scenario, weighing.role, weighing.seed, EACH)
    return [_choice(world, room, moment) for moment in found]


def _choice(world: World, room: int, moment: Moment) -> Choice:
    own = moment.actions[-1]
    beats = Seat(world, moment.state, room).after(*moment.actions[:-1]).beats
    state = keep_nights(moment.state, [0] * len(beats))
    hosts = [_Otherwise(moment.host, beat) for beat in beats]
    minute = moment.minute.kept(0, len(beats))
    evenings = Evenings(world, room, hosts, state, minute=minute)
    evenings.play()
    points = outcome(world, evenings).points
    reached = max(int(points[beats.index(own)]) if isinstance(own, Beat) else 0, 1)
    best = beats[int(points.argmax())].pitch
    return Choice(float(points.max() - points.min()) / reached, best)


def measure(setting: Setting) -> list[Measured]:
    """Shares of decisions that are felt, and that decide the night; the most common best pitch."""
    jobs = [Weighing(setting.scenario, setting.role, seed) for seed in setting.seeds[:NIGHTS]]
    rows = run_all(choices, jobs, executor=setting.executor, progress=setting.progress)
    made = [choice for row in rows for choice in row]
    count = len(made)
    values = np.array([choice.difference for choice in made])
    note = f"median {np.median(values):.3f}" if count else ""
    best = Counter(choice.best for choice in made)
    top, most = best.most_common(1)[0] if best else ("", 0)
    return [
        Measured("weighty", "", float((values > FELT).mean()) if count else None, count, note),
        Measured("decisive", "", float((values > DECISIVE).mean()) if count else None, count, note),
        Measured("best-pitch", top, most / count if count else None, count, _told(best)),
    ]


def _told(counts: Counter[str]) -> str:
    total = max(sum(counts.values()), 1)
    return ", ".join(f"{name} {n * 100 // total} %" for name, n in counts.most_common())
