"""The green room: choose an office, make the plan, go on air."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from livegame.catalog.texts import t
from livegame.engine.world import World
from livegame.runs.rungs import stars_in_words
from livegame.runs.worlds import world_of
from livegame.studio.ahead import ahead, expects
from livegame.studio.draft import Draft
from livegame.studio.screens.amount import AmountSheet, sheet_for
from livegame.studio.screens.offices import Offices
from livegame.studio.screens.reading import Reading
from livegame.studio.widgets.button import Button
from livegame.studio.widgets.gallery import Gallery
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.plan import PlanTable
from livegame.studio.widgets.practice import Practice
from livegame.studio.widgets.prose import Prose
from livegame.studio.widgets.race import Race
from livegame.studio.widgets.rungs import Rungs


class GreenRoom(Offices):
    """What hands do with the plan of the chosen office."""

    HELP = "green"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "air", t("green.key.air"), id="green.air"),
        Binding("o", "ahead", t("ahead.key"), id="green.ahead"),
        Binding("r", "race", t("green.key.race"), id="green.race"),
        # Before the list of offices has the key, which goes to its first row there.
        Binding("g", "rung", t("rungs.key"), id="green.rung", priority=True),
        Binding("p", "practice", t("green.key.practice"), show=False, id="green.practice"),
        Binding("up,k", "office(-1)", show=False, id="green.up"),
        Binding("down,j", "office(1)", show=False, id="green.down"),
        Binding("z,ctrl+z", "undo", t("common.key.undo"), id="green.undo"),
        Binding("tab", "app.focus_next", t("green.key.next"), id="focus.next"),
        Binding("question_mark", "why", t("why.key"), key_display="?", id="room.why"),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]

    def on_picker_moved(self, moved: Picker.Moved) -> None:
        """Another office."""
        if self._roles[moved.at] != self._rehearsal.role:
            self._enter(self._roles[moved.at])

    def on_picker_chosen(self) -> None:
        """The office is taken: on to the button."""
        self.query_one("#air", Button).focus()

    def on_plan_table_moved(self) -> None:
        """Say what stands behind this number."""
        self.query_one(Gallery).mark(self.query_one(PlanTable).at[0])
        self.query_one("#about", Prose).tell(self._about)

    def on_plan_table_changed(self, changed: PlanTable.Changed) -> None:
        """One step, if the rules allow the plan that comes of it."""
        table = self.query_one(PlanTable)
        at, goods = table.at[0], self._goods()
        good = goods[min(at, len(goods) - 1)]
        draft = self.draft.change(at, table.column, changed.way, good)
        against = self._rehearsal.why_not(draft.plan()) if draft != self.draft else ""
        if against:
            self.say(against)
        else:
            self._take(draft)

    def _take(self, draft: Draft) -> None:
        if draft != self.draft:
            self._drafts.append(draft)
            self._tell()

    def on_plan_table_typed(self, typed: PlanTable.Typed) -> None:
        """An exact number for this cell, on a sheet that tells the range."""
        if isinstance(self.app.screen, AmountSheet):
            self.app.screen.put(typed.digit)  # of a hand that is faster than the sheet
            return
        table = self.query_one(PlanTable)
        at, column, draft = table.at[0], table.column, self.draft

        def done(number: int | None) -> None:
            if number is not None:
                self._take(draft.put(at, column, number))

        sheet = sheet_for(draft, at, column, self._goods(), self._rehearsal, typed.digit)
        self.app.push_screen(sheet, done)

    def on_plan_table_done(self) -> None:
        """On to the button."""
        self.query_one("#air", Button).focus()

    def action_undo(self) -> None:
        """Take back the last change."""
        if len(self._drafts) > 1:
            self._drafts.pop()
            self._tell()
        else:
            self.say(t("green.nothing"))

    def on_button_pressed(self) -> None:
        """Go."""
        self.action_air()

    def action_air(self) -> None:
        """On air with this plan, which is in the run from here on."""
        plan = self.draft.plan()
        rival = self.query_one(Race).rival
        self.game.air(self._scenario.id, self._rehearsal.role, plan, rival, self._today, self._rung)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a key for what may come only where something can be said of it."""
        if action == "ahead":
            known = bool(self._drafts)
            return known and expects(self._world(), self._rehearsal.role)
        if action == "practice":
            return self._may_practise()
        if action == "rung":
            return bool(self._drafts) and self._has_rungs()
        return super().check_action(action, parameters)

    def action_ahead(self) -> None:
        """What may come tonight, with its odds."""
        world, role = self._world(), self._rehearsal.role
        self.app.push_screen(
            Reading(t("ahead.title"), lambda width: ahead(self._library, world, role, width))
        )

    def _world(self) -> World:
        return world_of(self._scenario.id, self._rung)

    def action_rung(self) -> None:
        """The next rung that is open, or what it takes to open one."""
        rungs = self.query_one(Rungs)
        shut = rungs.shut
        if rungs.turn():
            self._rung = rungs.number
            self._enter(self.role)
            self.query_one("#night", Prose).tell(self._night)
            self.query_one("#about", Prose).tell(self._about_rung)
        elif shut:
            told = {"name": shut.rung.name, "stars": stars_in_words(shut.rung.stars)}
            self.say(t("rungs.shut", below=shut.number - 1, **told))

    def action_office(self, by: int) -> None:
        """Another office, wherever the arrows have nothing else to move."""
        self.query_one("#roles", Picker).action_step(by)

    def action_practice(self) -> None:
        """The next runs are practice, or no longer; `--practice` sets the same switch."""
        self.game.house.practice = not self.game.house.practice
        button = self.query_one("#air", Button)
        button.words = self._words()
        button.redraw()
        self.query_one(Practice).redraw()

    def action_why(self) -> None:
        """What stands behind the number under the plan's cursor."""
        row, column = self.query_one(PlanTable).at
        self.ask(f"cell:{row}:{column}")

    def action_race(self) -> None:
        """Another one to race."""
        if not self.query_one(Race).turn():
            self.say(t("green.race.none"))

    def on_panel_hit(self, hit: Panel.Hit) -> None:  # Textual calls the base's too
        """A click on a rung, practice, one to race, or an office's place on the map."""
        if hit.verb == "rung":
            self.action_rung()
        elif hit.verb == "practice":
            self.action_practice()
        elif hit.verb == "race":
            self.query_one(Race).take(hit.what)
        elif hit.verb == "place" and hit.what in self._roles:
            self.query_one("#roles", Picker).move(self._roles.index(hit.what))
