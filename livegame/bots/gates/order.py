"""Thinking further pays: random, greedy, planner, expert, and history between."""

from itertools import pairwise

from livegame.bots.gates.gate import Measured
from livegame.bots.gates.setting import Setting
from livegame.bots.intervals import paired

STEPS = ("random", "greedy", "planner", "expert")


def measure(setting: Setting) -> list[Measured]:
    """The steps' lower ends, the expert against random, greedy against the expert, history."""
    field, nights = setting.field, len(setting.seeds)
    points = {bot: played.points for bot, played in field.items()}
    steps = [bot for bot in STEPS if bot in points]
    found = [
        Measured("step", f"{low}-{high}", paired(points[high], points[low]).low, nights)
        for low, high in pairwise(steps)
    ]
    if setting.world.scenario.recorded and "history" in points:
        found += [
            Measured("history-between", f"{low}-{high}", paired(points[high], points[low]).low,
                     nights)
            for low, high in (("greedy", "history"), ("history", "expert"))
        ]  # fmt: skip
    means = {bot: float(values.mean()) for bot, values in points.items()}
    ratio = means["expert"] / max(means["random"], 1.0)
    share = means["greedy"] / max(means["expert"], 1.0)
    return [
        *found,
        Measured("expert-random", setting.role, ratio, nights),
        Measured("greedy-share", setting.role, share, nights),
    ]
