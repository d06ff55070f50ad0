"""Own runs are told apart from history's and bots' in one place."""

from pathlib import Path

import pytest

from livegame.studio.behind.boards import Boards
from tests.tui.fakehouse import FakeHouse, Row
from tests.tui.fakeruns import SCENARIO


class Mixed(FakeHouse):
    def rows(self, sort: str = "points") -> list[Row]:
        modes = {"history": "history", "bot": "bot", "free": "free", "gone": "seeded"}
        return [Row(f"{self.folder()}/{name}.live", "", 9, mode=m) for name, m in modes.items()]


@pytest.fixture
def mixed(tmp_path: Path) -> Mixed:
    (tmp_path / "history.live").touch()
    (tmp_path / "bot.live").touch()
    (tmp_path / "free.live").touch()
    return Mixed(tmp_path)


def test_history_s_and_bots_rows_are_not_one_s_own(mixed: Mixed) -> None:
    assert [row.mode for row in mixed.own_rows()] == ["free", "seeded"]


def test_one_races_one_s_own_best_and_no_bot_s(mixed: Mixed) -> None:
    rivals = Boards.rivals(mixed, SCENARIO)["thailand"]
    assert [rival.file.name for rival in rivals if rival.name == "best"] == ["free.live"]
