"""What the hostile tests share: a short scenario, and somebody who tries anything."""

import random

from livegame.engine.actions import Action, Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.runs.session import Session

SCENARIO = "618-2020-diplomats"
TICKS = 60


def any_action(session: Session, luck: random.Random) -> Action:
    """Something a player might do, allowed or not."""
    good = luck.choice(session.view.products).id
    pitch = luck.choice(session.scenario.pitches)
    return luck.choice(
        [
            Beat(pitch, good),
            Beat(pitch),
            SetPrice(good, luck.randrange(1000, 20000)),
            Release(good, luck.randrange(1, 500)),
            Link(good, luck.random() < 0.5),
            Reply(),
            Cut(),
            Plan(lots=((good, 100),), open=(good,)),
        ]
    )
