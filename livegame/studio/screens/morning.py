"""The morning after, of a night or of several days: the run is replayed for the board, a few lines
can be passed on, pages turn."""

from functools import partial
from pathlib import Path

from textual import work
from textual.geometry import Region

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio.lines import Line
from livegame.studio.screens.reading import Reading
from livegame.studio.screens.room import Plan, Room
from livegame.studio.widgets.button import Button
from livegame.studio.widgets.paged import Paged
from livegame.studio.wrap import flow

BUTTONS = ("again", "board", "title")
TALL, ROOMY = 3, 34  # rows of a button on a page of so many rows; one on a lower page


def shared(text: str, width: int) -> list[Line]:
    """The lines to pass on, as they are copied."""
    lines = [part for row in text.split("\n") for part in flow(row, width)]
    return [*lines, (), *flow(t("front.share.copied"), width, "dim")]


class Morning(Room):
    """A front page with its run; subclasses have the page and say where its ways lead."""

    def __init__(self, path: Path | None) -> None:
        """`path` is the run's file, which nobody writes to any more; None for practice."""
        super().__init__()
        self.path = path

    def action_go(self, where: str) -> None:
        """Again, to the board, or home."""
        raise NotImplementedError

    def ways(self, width: int, height: int) -> Plan:
        """The buttons, side by side at the foot."""
        tall = TALL if height >= ROOMY else 1
        each = (width - 4) // len(BUTTONS)
        return {
            name: Region(1 + n * (each + 1), height - tall, each, tall)
            for n, name in enumerate(BUTTONS)
        }

    def read_page(self) -> None:
        """Read the page; the run is replayed meanwhile."""
        self.query_one("#again", Button).focus()
        if self.path:
            self._prove(self.path)
        else:
            self._proved(t("front.proof.practice"), "dim")

    @work(thread=True, exit_on_error=False)
    def _prove(self, path: Path) -> None:
        """Replay the run and enter it on the board."""
        row = self.game.house.enter(path)
        if row is None:
            told = (t("front.proof.none"), "bad")
        elif row.verified:
            boards = [board.rows for board in self.game.house.boards()]
            own = next((b for b in boards if any(one.file == row.file for one in b)), ())
            rows = [other for other in own if other.verified]
            at = next((n for n, other in enumerate(rows, 1) if other.file == row.file), 0)
            words = {"place": figures.ordinal(at), "rows": figures.count(len(rows))}
            known = t("front.proof.verified", **words) if at else t("front.proof.twice")
            told = (known, "good")
        else:
            told = (t("front.proof.failed", why=row.why), "bad")
        self.call_later(self._proved, *told)

    def _proved(self, text: str, ink: str) -> None:
        page = self.query_one(Paged)
        page.proof = (text, ink)
        page.redraw()

    def on_button_pressed(self, pressed: Button.Pressed) -> None:
        """A button."""
        self.action_go(pressed.button.id or "title")

    def action_turn(self) -> None:
        """The next page."""
        self.query_one(Paged).turn()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a page to turn only where there are several."""
        if action == "turn":
            return any(page.pages > 1 for page in self.query(Paged))
        return super().check_action(action, parameters)

    def action_share(self) -> None:
        """A few lines to pass on: shown, and copied where the terminal allows it."""
        if self.path is None:
            self.say(t("front.proof.practice"))
            return
        try:
            text = self.game.house.share(self.path)
        except Exception as error:
            self.say(self.game.told(error))
            return
        self.app.copy_to_clipboard(text)
        self.app.push_screen(Reading(t("front.share.title"), partial(shared, text)))

    def action_why(self) -> None:
        """What stands behind the figures; the points first."""
        self.ask("part:points")
