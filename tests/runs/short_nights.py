"""What the tests of runs share: the scenario, its length here, and somebody who plays it."""

from livegame.engine.actions import Beat, SetPrice
from livegame.runs.session import Session

SCENARIO = "618-2020-diplomats"
TICKS = 90


def play_some(session: Session, until: int) -> None:
    """Alternate a few beats and a price change, deterministically."""
    goods = [good.id for good in session.view.products]
    beats = [Beat("taste", goods[0]), Beat("countdown", goods[0]), Beat("breathe")]
    while not session.finished and session.view.tick < until:
        if session.view.idle:
            turn = session.view.tick
            beat = beats[turn % 3]
            session.decide(beat if not session.why_not(beat) else beats[2])
            if turn % 2 == 0 and not session.why_not(SetPrice(goods[1], 14000 + turn)):
                session.decide(SetPrice(goods[1], 14000 + turn))
        session.advance()
