"""How runs compare: boards, leagues, rungs and rivals."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from livegame.studio.behind.stores import Stores
from livegame.studio.ports import Rival

if TYPE_CHECKING:
    from livegame.runs.league import Progress
    from livegame.runs.panels import Panel
    from livegame.runs.rungs import Step
    from livegame.studio.ports import BoardRow


class Boards(Stores):
    """How runs compare: boards, leagues, rungs and rivals."""

    def rows(self, sort: str = "points") -> "Sequence[BoardRow]":
        """The board, brought up to date with the run files.

        Raises:
            Exception: in one line why it cannot be read.
        """
        from livegame.runs.board import Board

        board = Board()
        board.refresh()
        return board.rows(sort=sort)

    def own_rows(self) -> "list[BoardRow]":
        """The rows of the board that were played by oneself, best first, proven or not.

        Raises:
            Exception: in one line why it cannot be read.
        """
        from livegame.runs.rows import is_own

        return [row for row in self.rows() if is_own(row.mode)]

    def boards(self, sort: str = "points") -> "Sequence[Panel]":
        """The boards, one for each way to play each room, brought up to date.

        Raises:
            Exception: in one line why they cannot be read.
        """
        from livegame.runs.panels import panels

        return panels(self.rows(sort), sort)  # type: ignore[arg-type]

    def league(self, folder: Path, sort: str, progress: "Progress") -> "Sequence[Panel]":
        """The boards of a folder's runs, each of them verified; ask in a thread.

        Raises:
            Exception: in one line why the folder cannot be read.
        """
        from livegame.runs.league import league_apart
        from livegame.runs.panels import panels

        return panels(league_apart(folder, sort, progress), sort)

    def roles(self) -> list[str]:
        """All offices of all nights, in order, each once."""
        scenes = self.library().scenarios.values()
        return list(dict.fromkeys(role for scene in scenes for role in scene.roles))

    def enter(self, path: Path) -> "BoardRow | None":
        """Replay a finished run and put it on the board.

        Raises:
            Exception: in one line why it cannot be entered.
        """
        from livegame.runs.board import Board

        return Board().add(path)

    def rivals(self, scenario: str) -> dict[str, list[Rival]]:
        """For each role of a night the runs that can be raced; reads the board.

        Raises:
            Exception: in one line why it cannot be read.
        """
        from livegame.runs.saved import broadcast_path

        found: dict[str, list[Rival]] = {}
        for role in self.library().scenarios[scenario].roles:
            path = broadcast_path(scenario, role)
            found[role] = [Rival("history", path)] if path else []
        best = [row for row in self.own_rows() if row.scenario == scenario and row.verified]
        for row in best:
            mine = found.setdefault(row.role, [])
            if all(rival.name != "best" for rival in mine) and Path(row.file).is_file():
                mine.append(Rival("best", Path(row.file)))
        return found

    def steps(self, scenario: str) -> "list[Step]":
        """The rungs of a night, and which of them are open; reads the board.

        Raises:
            Exception: in one line why it cannot be read.
        """
        from livegame.runs.rungs import steps_of

        return steps_of(self.library().scenarios[scenario], self.rows())
