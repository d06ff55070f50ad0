"""A league: any folder of run files, each of them verified and ranked while you look on."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget
from textual.worker import get_current_worker

from livegame.catalog.texts import t
from livegame.studio.keynames import keyed
from livegame.studio.lines import Line, Span, bar, line
from livegame.studio.screens.ranking import CARD, TALL, Ranking
from livegame.studio.screens.room import Plan
from livegame.studio.settings import MAX_PATH
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.prose import Prose
from livegame.studio.widgets.search import Search

if TYPE_CHECKING:
    from livegame.runs.panels import Panel as Board


class _LeftError(Exception):
    """Nobody waits for the league any more."""


class LeagueRoom(Ranking):
    """The folder in the first line, how far its runs are verified in the second, the ranking."""

    HELP = "league"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "folder", t("board.key.folder"), key_display="/", id="league.folder"),
        *Ranking.KEYS,
        Binding("d", "ladder", t("board.key.ladder"), id="board.ladder"),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]
    mine = False

    def __init__(self) -> None:
        super().__init__()
        self._said = t("board.league.none")
        self._done = (0, 0)
        self._asked = ""

    def panels(self) -> Iterable[Widget]:
        """The folder, the progress, the ranking."""
        yield Search(keyed(self, "board.league.hint"), most=MAX_PATH, id="folder")
        yield Prose(self._progress, id="progress")
        yield from super().panels()

    def floor(self, width: int, height: int) -> Plan:
        """Two lines on top; the rest as on the board."""
        plan = {"folder": Region(0, 0, width, 1), "progress": Region(0, 1, width, 1)}
        if width >= 150:
            left = width * 3 // 5
            x, room, about = left + 2, width - left - 3, 12
            card = CARD if height >= TALL else 0
            return plan | {
                "rows": Region(0, 2, left, height - 2 - card),
                "card": Region(0, height - card, left, card),
                "about": Region(x, 2, room, about),
                "spread": Region(x, about + 3, room, height - about - 3),
            }
        below = max(7, height // 4)
        return plan | {
            "rows": Region(0, 2, width, height - below - 3),
            "about": Region(0, height - below, width - 1, below),
        }

    def on_mount(self) -> None:
        """With a folder that is known already, at its ranking; else at the line for its name."""
        field = self.query_one("#folder", Search)
        field.text = self._asked = self.game.settings.league
        if self._asked:
            self.query_one("#rows", Picker).focus()
            self.read()
        else:
            field.focus()

    # -- reading ----------------------------------------------------------

    def read(self) -> None:
        """Verify the folder's runs anew, in processes of their own."""
        if self._asked:
            self._done = (0, 0)
            self._verify(Path(self._asked).expanduser())

    @work(thread=True, exclusive=True, group="league")
    def _verify(self, folder: Path) -> None:
        worker = get_current_worker()

        def progress(done: int, of: int) -> None:
            if worker.is_cancelled:
                raise _LeftError
            self.app.call_later(self._have_done, done, of)

        boards: Sequence[Board] = ()
        try:
            boards = self.game.house.league(folder, self._sort, progress)
            said = "" if boards else t("board.league.empty", folder=str(folder))
        except _LeftError:
            return
        except Exception as error:
            said = self.game.told(error)
        if not worker.is_cancelled:
            self.app.call_later(self._have, boards, said)

    def _have_done(self, done: int, of: int) -> None:
        self._done = (done, of)
        self._draw_progress()

    def _have(self, boards: "Sequence[Board]", said: str) -> None:
        if self.is_attached:
            self.have(boards, said)
            self._draw_progress()

    def _draw_progress(self) -> None:
        if self.is_attached:
            self.query_one("#progress", Prose).tell(self._progress)

    def _progress(self, width: int) -> list[Line]:
        done, of = self._done
        if not of:
            return [line(Span(f" {self._said}", "dim"))] if not self.boards else []
        if done < of:
            words = t("board.league.verifying", done=done, of=of)
            return [line(Span(f" {words}  ", "bold"), *bar(1000 * done // of, 30, "gold"))]
        rows = [row for board in self.boards for row in board.rows]
        proven = sum(row.verified for row in rows)
        words = t("board.league.verified", proven=proven, failed=len(rows) - proven, of=of)
        return [line(Span(f" {words}", "dim"))]

    # -- hands ------------------------------------------------------------

    def action_folder(self) -> None:
        """Type the name of another folder."""
        self.query_one("#folder", Search).focus()

    def on_search_done(self) -> None:
        """The folder is named: remember it, and verify what is in it."""
        field = self.query_one("#folder", Search)
        asked = field.text.strip()
        if asked != self._asked:
            self._asked = self.game.settings.league = asked
            self.game.keep_settings()
            self.boards = ()
            self.have((), t("board.reading") if asked else t("board.league.none"))
            self._done = (0, 0)
            self._draw_progress()
            self.read()
        self.query_one("#rows", Picker).focus()

    def on_panel_hit(self, hit: Panel.Hit) -> None:  # Textual calls the base's too
        """A click on the folder's line."""
        if hit.verb == "search":
            self.action_folder()

    def action_ladder(self) -> None:
        """The ladder of the day's challenge among the league's players."""
        self.game.ladder(Path(self._asked).expanduser() if self._asked else None)
