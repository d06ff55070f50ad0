"""kill -9 while the board, the settings, a continued or a taken-over run is written: many moments.

The few moments of the other tests run always; these are as many as the run files' 500.
"""

import os
import random
from pathlib import Path

import pytest
from mischief import SCENARIO, any_action
from test_killed import MANY, child, killed_after

from livegame.runs.board import NAME, Board
from livegame.runs.lines import Decision
from livegame.runs.runfile import read_run
from livegame.runs.session import Session
from livegame.runs.store import data_folder
from livegame.runs.verify import verify
from livegame.studio.settings import Settings, load, save

FEW = 10


def moments() -> int:
    """How many kills: a few, or with LIVEGAME_SLOW=1 as many as the issue asks for."""
    return MANY if "LIVEGAME_SLOW" in os.environ else FEW


@pytest.mark.usefixtures("needs_fork")
def test_killed_while_going_on_again_and_again(tmp_path: Path) -> None:
    """One run, killed and resumed until it is over: no decision is lost on the whole way."""
    session = Session.start(SCENARIO, "thailand", seed=3, folder=tmp_path)
    session.close()
    path = session.path
    assert path
    luck = random.Random(31)
    taken = kills = 0

    def go_on(writer: int) -> None:
        mine = Session.resume(path)
        hands = random.Random(mine.view.tick)
        while not mine.finished:
            action = any_action(mine, hands)
            if not mine.why_not(action):
                mine.decide(action)
                os.write(writer, b".")
            mine.advance()

    while read_run(path).footer is None and kills < 20 * FEW:
        before = path.read_bytes()[: read_run(path).whole]
        if luck.random() < 0.3:  # perhaps while it is still read
            taken += len(killed_after(*child(go_on), luck.uniform(0.0, 0.1)))
        else:
            taken += len(killed_after(*child(go_on), 30.0, luck.randrange(1, 8)))
        kills += 1
        assert path.read_bytes().startswith(before), "what was written stays"
        written = sum(isinstance(entry, Decision) for entry in read_run(path).entries)
        assert taken <= written <= taken + kills, "at most the one in flight at each kill"
    assert kills > 1
    session = Session.resume(path) if read_run(path).footer is None else session
    while not session.finished and read_run(path).footer is None:
        session.advance()
    session.close()
    assert verify(path).ok


@pytest.mark.usefixtures("needs_fork")
def test_killed_while_board_and_settings_are_written(played: Path) -> None:
    runs = data_folder() / "runs"
    runs.mkdir(parents=True)
    (runs / "one.live").write_bytes(played.read_bytes())
    (runs / "two.live").write_bytes(played.read_bytes())
    before = (runs / "one.live").read_bytes()
    assert save(Settings(name="0"), data_folder())
    Board().refresh()
    luck = random.Random(13)

    def write(writer: int) -> None:
        number = 0
        while True:
            number += 1
            save(Settings(name=str(number % 10)), data_folder())
            (runs / "one.live").touch()
            Board().refresh()
            os.write(writer, b".")

    for _ in range(moments()):
        killed_after(*child(write), luck.uniform(0.0, 0.15))
        found, aside = load(data_folder())
        assert (len(found.name), aside) == (1, "")
        board = Board()
        board.refresh()
        assert [row.verified for row in board.rows()] == [True]
        assert board.aside is None
        assert (runs / "one.live").read_bytes() == before
    assert [path.name for path in data_folder().glob(f"{NAME}.broken*")] == []
