"""Skill beats luck on single nights, and luck is felt."""

from livegame.bots.gates.gate import Measured
from livegame.bots.gates.setting import Setting
from livegame.bots.intervals import wins


def measure(setting: Setting) -> list[Measured]:
    """Share of single nights that the stronger of planner and greedy wins."""
    nights = len(setting.seeds)
    if "planner" not in setting.field:
        return [Measured("single-wins", "planner-greedy", None, 0, "the planner did not play")]
    share = wins(setting.field["planner"].points, setting.field["greedy"].points)
    return [Measured("single-wins", "planner-greedy", max(share, 1.0 - share), nights)]
