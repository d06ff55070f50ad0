"""The offices of a night and the plan of the one that is chosen: what the green room shows."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import work
from textual.widget import Widget

from livegame.catalog import figures
from livegame.catalog.library import Library
from livegame.catalog.models import Product
from livegame.catalog.nights import Scenario
from livegame.catalog.rungs import on_rung
from livegame.catalog.texts import t
from livegame.runs.localmoney import money_of
from livegame.runs.rungs import Step, steps_of
from livegame.studio import marks, plannotes
from livegame.studio.draft import COLUMNS, Draft
from livegame.studio.greenfloor import floor
from livegame.studio.keynames import keyed
from livegame.studio.lines import Line, Span, line
from livegame.studio.ports import Playable, Rival, Today
from livegame.studio.screens.room import Plan, Room
from livegame.studio.widgets.button import Button
from livegame.studio.widgets.emblem import Emblem
from livegame.studio.widgets.gallery import Gallery
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.plan import PlanTable
from livegame.studio.widgets.practice import Practice
from livegame.studio.widgets.prose import Prose
from livegame.studio.widgets.race import Race
from livegame.studio.widgets.rungs import Rungs
from livegame.studio.widgets.worldmap import Place, WorldMap
from livegame.studio.wrap import flow

if TYPE_CHECKING:
    from livegame.studio.answers.answer import Answer

DEFAULT_NIGHT = "618-2020-diplomats"  # the one with the most on record
DEFAULT_ROLE = "thailand"
MANY = 16  # offices of the diplomats' night


class Offices(Room):
    """Sixteen offices at the left, the plan of the chosen one at the right."""

    def __init__(
        self,
        scenario: str | None,
        role: str | None,
        today: Today | None = None,
        rival: Rival | None = None,
        rung: int = 1,
    ) -> None:
        super().__init__()
        self._wish = (scenario, role)
        self._rival = rival
        self._rung = rung
        self._today = today
        self._rivals: dict[str, list[Rival]] = {}
        self._library: Library
        self._scenario: Scenario
        self._rehearsal: Playable
        self._drafts: list[Draft] = []
        self._roles: list[str] = []

    def panels(self) -> Iterable[Widget]:
        """Offices, who it is, the plan, what stands behind a number, the race, the button."""
        yield Button(self._words(), id="air")
        yield Picker(title=t("green.roles.title"), id="roles")
        yield WorldMap(t("common.map"))
        yield Prose(title=t("green.night.title"), id="night")
        yield Prose(title=t("green.who.title"), id="who")
        yield Emblem()
        yield Gallery()
        yield PlanTable()
        yield Prose(title=t("green.about.title"), id="about")
        yield Rungs()
        yield Race()
        yield Practice()

    def _words(self) -> str:
        """What the button says: of a day's challenge, whether this attempt counts."""
        if self._today is None:
            return t("green.air_practice" if self.game.house.practice else "green.air")
        key = "practice" if self._today.file else "ranked"
        return t(f"green.today.{key}", day=self._today.day.isoformat())

    def floor(self, width: int, height: int) -> Plan:
        """Two columns; texts and pictures take what the plan leaves."""
        goods, rungs = len(self._goods()), self._has_rungs()
        return floor(width, height, goods=goods, rungs=rungs, practice=self._may_practise())

    def on_mount(self) -> None:
        """Open with the office that was asked for; the button has the keys."""
        self._library = self.game.house.library()
        scenario, role = self._wish
        scenes = self._library.scenarios
        self._scenario = scenes.get(scenario or DEFAULT_NIGHT) or next(iter(scenes.values()))
        roles = self._roles = self._today_roles() or self._scenario.roles
        default = DEFAULT_ROLE if DEFAULT_ROLE in roles else roles[0]
        if len(roles) < MANY:
            self.query_one("#roles", Picker).title = t("green.roles.few")
        chosen = role if role in roles else default
        self.query_one("#roles", Picker).show(
            [self._office(name) for name in roles], roles.index(chosen)
        )
        self._offer(steps_of(self._scenario, ()))
        self._enter(chosen)
        if self._rival:
            self.query_one(Race).take(self._rival.name)
        self.query_one("#night", Prose).tell(self._night)
        self.refresh(layout=True)
        self.query_one("#air", Button).focus()
        self._read()

    def _today_roles(self) -> list[str]:
        """On a day's challenge there is but one office."""
        return [self._today.role] if self._today else []

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        """Who can be raced: the board is read for one's best runs."""
        try:
            rivals = self.game.house.rivals(self._scenario.id)
            steps = self.game.house.steps(self._scenario.id)
        except Exception as error:
            self.call_later(self.say, self.game.told(error))
            return
        self.call_later(self._have, rivals, steps)

    def _have(self, rivals: dict[str, list[Rival]], steps: list[Step]) -> None:
        self._rivals = rivals
        self._offer(steps)
        self.query_one(Race).offer(self._to_race(self.role))

    def _has_rungs(self) -> bool:
        """Whether there is a rung to choose; the day's challenge is on the first for everybody."""
        scene: Scenario | None = getattr(self, "_scenario", None)
        return scene is not None and len(scene.rung) > 1 and self._today is None

    def _may_practise(self) -> bool:
        """Whether the run may be practice; of the day's challenge, what was played says it."""
        return self._today is None

    def _offer(self, steps: list[Step]) -> None:
        """The rungs as the board has them; the one that was asked for stays."""
        if self._has_rungs():
            self._rung = min(self._rung, len(steps))
            self.query_one(Rungs).offer(steps, self._rung)

    def _to_race(self, role: str) -> list[Rival]:
        """The runs that can be raced in an office: the chosen one in any."""
        chosen = [self._rival] if self._rival and self._rival.name == "chosen" else []
        return [*self._rivals.get(role, ()), *chosen]

    def _office(self, role: str) -> Line:
        host = self._library.hosts[role]
        sign = marks.RECORDED if host.recorded else marks.ASSUMED
        wide = self.app.size.width >= 110
        zh = f"  {host.country_zh}" if wide else ""
        return line(
            Span(f"{sign} ", "gold" if host.recorded else "dim"),
            Span(host.country, "bold"),
            Span(zh, "dim"),
        )

    @property
    def role(self) -> str:
        """The office that is chosen."""
        return self._roles[self.query_one("#roles", Picker).at]

    @property
    def draft(self) -> Draft:
        """The plan as it stands."""
        return self._drafts[-1]

    def _goods(self) -> list[Product]:
        if not self._drafts:
            return []
        return [self._library.products[row.id] for row in self.draft.rows]

    def _enter(self, role: str) -> None:
        """Look at an office: a rehearsal shows what its plan would be."""
        self._rehearsal = self.game.house.rehearse(self._scenario.id, role, self._rung)
        self._drafts = [Draft.of(self._rehearsal.view)]
        self.query_one("#who", Prose).tell(self._who)
        places = [Place.of(self._library.hosts[name]) for name in self._roles]
        self.query_one(WorldMap).show(places, role)
        self.query_one(Emblem).show(role)
        self.query_one(Race).offer(self._to_race(role))
        self._tell()

    def _tell(self) -> None:
        table = self.query_one(PlanTable)
        table.show(self.draft, self._goods(), self._rehearsal.view.budget)
        self.query_one(Gallery).show(self._library, self._goods(), table.at[0])
        self.query_one("#about", Prose).tell(self._about)

    def _night(self, width: int) -> list[Line]:
        scene = on_rung(self._scenario, self._rung)
        return plannotes.night(self._library, scene, width, self._room("night"))

    def _about_rung(self, width: int) -> list[Line]:
        here = self.query_one(Rungs).here
        if here is None:
            return []
        lines = [*flow(here.rung.name, width, "bold"), *flow(here.rung.what, width)]
        return [*lines, *flow(here.rung.reason, width, "dim")]

    def _who(self, width: int) -> list[Line]:
        host = self._library.hosts[self._rehearsal.role]
        return plannotes.who(self._library, host, width, self._room("who"))

    def _room(self, panel: str) -> int:
        """Lines that a panel has below its head."""
        return self.query_one(f"#{panel}").size.height - 1

    def _about(self, width: int) -> list[Line]:
        table = self.query_one(PlanTable)
        at = table.at[0]
        goods = self._goods()
        if at >= len(goods):
            return flow(t("green.about.advert"), width)
        good = goods[at]
        money = money_of(self._scenario, good)
        price = next((row.price for row in self.draft.rows if row.id == good.id), good.usual_fen)
        local = money.told(price) if money else ""
        return plannotes.about(self._library, good, table.column, width, local)

    def answer(self, why: str) -> "Answer | None":
        """A number of the plan, what is left of the budget, the rung, or practice."""
        from livegame.studio.answers.answer import WHOLE, Answer

        kind, _, what = why.partition(":")
        if kind == "rung":
            here = self.query_one(Rungs).here
            told = Answer(t("rungs.head")).tell(self._about_rung(WHOLE))
            told.part(t("why.rung_stars"), figures.stars(here.stars) if here else "")
            return told.say(t("rungs.are")) if here else None
        if kind == "practice":
            now = "on" if self.game.house.practice else "off"
            told = Answer(f"{t('green.practice.title')} {t(f'green.practice.{now}')}")
            return told.say(keyed(self, "green.practice.about"))
        if not self._drafts:
            return None
        budget, advert = self._rehearsal.view.budget, self.draft.advert
        if kind == "left":
            told = Answer(t("why.budget_left", money=figures.yuan(budget - advert)))
            told.part(t("why.part.began"), figures.yuan(budget))
            told.part(t("green.plan.advert"), figures.yuan(-advert))
            return told.say(t("why.budget_is"))
        at, column = (int(part) for part in what.split(":"))
        goods = self._goods()
        if at >= len(goods):
            return Answer(t("green.plan.advert")).say(t("green.about.advert"))
        name = COLUMNS[column]
        told = Answer(t(f"green.plan.{name}"))
        return told.tell(plannotes.about(self._library, goods[at], name, WHOLE))
