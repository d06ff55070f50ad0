"""Where the green room's panels go, as a function of the terminal's size."""

from textual.geometry import Region

from livegame.studio.widgets import emblem
from livegame.studio.widgets.worldmap import rows_for

NIGHT = 8  # lines that the night's text should have before a map takes any


def floor(
    width: int, height: int, *, goods: int, rungs: bool, practice: bool = False
) -> dict[str, Region]:
    """Two columns: the offices, and the chosen one; texts and pictures take what its plan leaves.

    Args:
        width, height: cells, without the key bar.
        goods: rows of the plan.
        rungs: whether there is a rung to choose. practice: whether the run may be practice.
    """
    left = max(26, min(44, width * 3 // 10))
    x, room = left + 2, width - left - 3
    button = 3 if height >= 30 else 1
    plan = goods + 2
    gallery = 0 if height < 34 else 10 if height >= 42 and room >= 104 else 6
    below_plan = 1 + rungs + practice
    rest = height - button - plan - gallery - below_plan
    who = rest - max(8 - practice, min(10, rest // 2))
    face = emblem.ACROSS + 2 if room >= 80 and who > emblem.DOWN else 0
    offices = min(height, 17)
    below, chart = height - offices - 1, rows_for(left) if width >= 110 else 0
    chart = chart + 1 if below >= chart + NIGHT else 0
    return {
        "roles": Region(0, 0, left, offices),
        "map": Region(0, offices + 1, left, max(0, chart - 1)),
        "night": Region(0, offices + 1 + chart, left, max(0, below - chart)),
        "who": Region(x, 0, room - face, who),
        "emblem": Region(x + room - face + 2, 1, max(0, face - 2), emblem.DOWN),
        "gallery": Region(x, who, room, gallery),
        "plan": Region(x, who + gallery, room, plan),
        "about": Region(x, who + gallery + plan, room, rest - who),
        "rungs": Region(x, height - button - below_plan, room, int(rungs)),
        "race": Region(x, height - button - 1 - practice, room, 1),
        "practice": Region(x, height - button - 1, room, int(practice)),
        "air": Region(x, height - button, room, button),
    }
