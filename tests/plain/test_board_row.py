"""The board's rows in plain words."""

from livegame.plain.boardrow import board_table
from livegame.runs.rows import Row

ROW = Row(
    "f", "", 900, "618-2020-diplomats", "thailand", "free", 500, 600, 2, 1, 10, 1, 1, "2020", True,
    "", "", "k", "run", place=1,
)  # fmt: skip


def test_who_has_no_name_is_called_so_as_on_the_screen() -> None:
    said = " ".join(board_table([ROW]))
    assert "no name" in said
    assert "nobody" not in said
