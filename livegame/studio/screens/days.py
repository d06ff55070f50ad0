"""The desk of a campaign: turn the plan's rows, open the day, hold the evening's show, sleep."""

import contextlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from livegame.catalog.texts import t
from livegame.engine.days.state import CLOSING, EVENING
from livegame.runs.campaigns.doubts import doubts
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.kept import draft_of, keep_plan
from livegame.runs.campaigns.news import day_lines, night_lines
from livegame.runs.campaigns.plan import draft_lines
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.problems import RunError
from livegame.studio import dayfloor
from livegame.studio.daydesk import desk_lines, doubt_lines, now_lines
from livegame.studio.keynames import keyed
from livegame.studio.lines import Line
from livegame.studio.screens.hosting import Hosting
from livegame.studio.screens.room import Plan
from livegame.studio.widgets.card import Card
from livegame.studio.widgets.dayhead import DayHead
from livegame.studio.widgets.dayplan import DayPlan
from livegame.studio.widgets.prose import Prose
from livegame.studio.wrap import flow

if TYPE_CHECKING:
    from livegame.studio.answers.answer import Answer


class DaysRoom(Hosting):
    """The plan at the left, what there is and what happened at the right."""

    HELP = "days"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "on", t("days.studio.key.on"), id="days.on"),
        Binding("left,minus", "turn(-1)", t("days.studio.key.less"), key_display="←",
                id="days.less"),
        Binding("right,plus,equals_sign", "turn(1)", t("days.studio.key.more"), key_display="→",
                id="days.more"),
        Binding("shift+left,comma", "turn(-10)", show=False, id="days.much_less"),
        Binding("shift+right,full_stop", "turn(10)", show=False, id="days.much_more"),
        Binding("s", "script", t("days.studio.key.script"), id="days.script"),
        Binding("z,ctrl+z", "undo", t("common.key.undo"), id="days.undo"),
        Binding("o", "odds", t("days.studio.key.odds"), id="days.odds"),
        Binding("tab", "app.focus_next", show=False, id="focus.next"),
        Binding("question_mark", "why", t("why.key"), key_display="?", id="room.why"),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]  # fmt: skip

    def __init__(self, session: CampaignSession) -> None:
        super().__init__(session)
        self._draft = DayDraft(session.season, session.moment.days)
        self._taken: list[str] = []  # this day's plan in words, once it has been taken
        self._doubts: list[str] = []  # told before the day is opened: the next press means it
        self._asked = -1  # the row under the cursor when they were told
        self._odds = False
        self._laid = session.morning  # for which the floor was laid
        self._told: object = None  # of which moment the desk tells

    def panels(self) -> Iterable[Widget]:
        """Head, plan, text, what the row means."""
        yield DayHead(self._session)
        yield DayPlan()
        yield Prose(title=t("days.studio.desk"), id="desk")
        yield Prose(title=t("days.studio.row"), id="row")
        yield Card()

    def floor(self, width: int, height: int) -> Plan:
        """As the terminal's size and the moment of the day have it."""
        return dayfloor.floor(width, height, morning=self._session.morning)

    def on_mount(self) -> None:
        """A run may stand at any moment of a day, with a plan that was left half made."""
        self._draft, wrong = draft_of(self._session)
        self._lay()
        if wrong:
            self.say(wrong)
        self.query_one(Card).show(self.game.house.library(), self._session.header.role)
        self.query_one(DayPlan).focus()

    def on_resize(self) -> None:
        """The rows are as wide as their list."""
        self.call_after_refresh(self._fill)

    # ------------------------------------------------------------------------- what is shown

    def _morning(self) -> None:
        self._draft = DayDraft(self._session.season, self._session.moment.days)
        self._taken, self._doubts = [], []
        self._lay()

    def _lay(self) -> None:
        self._fill()
        # A list that was empty has no width yet: its rows are laid out again once it has one.
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        self.query_one(DayPlan).lay(self._draft if self._session.morning else None)
        self._tell_desk()
        morning = self._session.morning
        self.query_one("#row", Prose).tell(
            self._about, t("days.studio.row" if morning else "days.studio.now")
        )
        self.query_one(DayHead).redraw()
        if morning != self._laid:
            self._laid = morning
            self.query_one(DayHead).refresh(layout=True)  # from below: clears what is cached here
        self.refresh_bindings()

    def _tell_desk(self) -> None:
        """The desk, from its first page where it tells of something else than before."""
        desk, state = self.query_one("#desk", Prose), self._session.moment.days
        about = (state.day, state.phase, self._odds, len(self._news))
        if about == self._told:
            desk.redraw()
        else:
            self._told = about
            desk.tell(self._desk)

    def _about(self, width: int) -> list[Line]:
        session = self._session
        if self._order.percent is not None:
            return flow(t("days.studio.hosting", percent=self._order.percent), width, "bold")
        if not session.morning:
            return now_lines(self, session, self._taken, width)
        if self._doubts:
            return doubt_lines(self, self._doubts, width)
        knob = self.query_one(DayPlan).knob
        return flow(knob.about, width) if knob else []

    def _desk(self, width: int) -> list[Line]:
        return desk_lines(self._session, self._draft, self._news, width, odds=self._odds)

    def answer(self, why: str) -> "Answer | None":
        """A figure of the head, or a row of the plan with what it means."""
        from livegame.studio.answers.days import head
        from livegame.studio.answers.plan import plan_cost, plan_row

        kind, _, what = why.partition(":")
        if kind == "cost":
            return plan_cost(self._draft)
        if kind != "knob":
            return head(self._session, why)
        knob = self.query_one(DayPlan).numbered(int(what))
        return plan_row(self._draft, knob) if knob else None

    # --------------------------------------------------------------------------- what is done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that do nothing now are not shown."""
        if action in ("turn", "undo"):
            return self._session.morning
        if action in ("script", "on") and self._order.percent is not None:
            return False
        if action == "script":
            return self._session.moment.on_air
        return super().check_action(action, parameters)

    def on_picker_moved(self) -> None:
        """Another row: what it means."""
        if self.query_one(DayPlan).at != self._asked:
            self._doubts = []
        self.query_one("#row", Prose).tell(self._about)

    def on_picker_chosen(self) -> None:
        """Enter turns a row up."""
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Turn the row under the cursor."""
        knob = self.query_one(DayPlan).knob
        if knob is None:
            return
        before, reason = self._draft.plan, knob.turn(by)
        self._doubts = []
        self._fill()
        if self._draft.plan == before:
            reason = (knob.limit if by > 0 else "") or reason or t("days.studio.least")
        if reason:
            self.say(reason)

    def action_undo(self) -> None:
        """Take the last turn back."""
        self._doubts = []
        self._draft.undo()
        self._fill()

    def action_why(self) -> None:
        """What the row under the cursor means, while there are rows; else the first figure."""
        plan = self.query_one(DayPlan)
        self.ask(f"knob:{plan.at}" if plan.knob else "")

    def action_odds(self) -> None:
        """What may happen, or back to the desk."""
        self._odds = not self._odds
        self._fill()

    def action_back(self) -> None:
        """Shut what may happen if it is open, else leave the desk."""
        if self._odds:
            self.action_odds()
        else:
            super().action_back()

    def action_on(self) -> None:
        """On: open the day, into the studio, into the night, or to the front page."""
        if self._session.finished:
            return
        try:
            self._on()
        except RunError as error:
            self.say(str(error))
        if not self._session.finished:  # then its front page is on its way
            self._fill()

    def _on(self) -> None:
        session = self._session
        before = session.moment.days
        if session.morning:
            if not self._doubts and (found := doubts(self._draft)):
                self._doubts, self._asked = found, self.query_one(DayPlan).at
                self.say(keyed(self, "days.studio.sure"))
                return
            taken = draft_lines(self._draft)
            session.decide(self._draft.plan)
            self._taken, self._doubts = taken, []
            before = session.moment.days
            session.advance()
            self._news = day_lines(session.season, before, session.moment.days)
            self._odds = False
        elif before.phase == EVENING:
            self._host()
        elif before.phase == CLOSING:
            session.advance()
            night = night_lines(session.season, before, session.moment.days)
            self._news += night
            if session.finished:
                self.game.days_front(session, night)
            else:
                self._morning()

    def on_unmount(self) -> None:
        """Let go of the run file: the campaign goes on from here another time."""
        self._order.leave()
        with contextlib.suppress(RunError):  # the campaign itself is safe: only this plan is lost
            keep_plan(self._session, self._draft)
        self._session.close()
