"""The festival: every night that can be played, on a line of years."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog import figures
from livegame.catalog.campaigns import Campaign
from livegame.catalog.nights import Scenario
from livegame.catalog.texts import t
from livegame.runs.rungs import NOT_EARNED, stars_in_words, steps_of, trophies_won
from livegame.studio import cited, marks
from livegame.studio.lines import Line, Span, line
from livegame.studio.ports import BoardRow
from livegame.studio.scene import paint
from livegame.studio.screens.room import Plan, Room
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.picture import Picture
from livegame.studio.widgets.prose import Prose
from livegame.studio.widgets.timeline import Timeline
from livegame.studio.widgets.worldmap import Place, WorldMap, rows_for
from livegame.studio.wrap import flow, whole

if TYPE_CHECKING:
    from livegame.studio.answers.answer import Answer

PICTURE = 6  # rows from which a picture is one


class Festival(Room):
    """The line of years on top, the nights below, the chosen one in full."""

    HELP = "festival"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,enter", "enter", t("festival.key.enter"), key_display="⏎", id="festival.enter"
        ),
        Binding("question_mark", "why", t("why.key"), key_display="?", id="room.why"),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._scenes: list[Scenario | Campaign] = []
        self._best: dict[str, BoardRow] = {}
        self._rooms: dict[str, set[str]] = {}
        self._rows: list[BoardRow] = []

    def panels(self) -> Iterable[Widget]:
        """Years, nights, text."""
        yield Picker(title=t("festival.nights"), id="nights")
        yield Timeline()
        yield WorldMap(t("common.map"))
        yield Picture(paint, id="picture")
        yield Prose(title=t("festival.about"), id="about")

    def floor(self, width: int, height: int) -> Plan:
        """Years across the top."""
        left = max(49, width * 2 // 5)  # the longest title whole
        top = 6 if height >= 30 else 5
        nights = min(height - top, max(4, len(self._scenes) + 2)) if height >= 30 else height - top
        below, chart = height - 2 - top - nights, rows_for(left) if width >= 110 else 0
        chart = chart + 1 if below > chart else 0
        rest = below - chart if below - chart >= PICTURE else 0
        return {
            "years": Region(0, 0, width, 5),
            "nights": Region(0, top, left, nights),
            "map": Region(0, top + 1 + nights, left, max(0, chart - 1)),
            "picture": Region(1, top + 1 + nights + chart, left - 1, rest),
            "about": Region(left + 2, top, width - left - 3, height - top),
        }

    def on_mount(self) -> None:
        """The nights by their dates; the board is read in the background."""
        library = self.game.house.library()
        scenes: list[Scenario | Campaign] = [*library.scenarios.values()]
        scenes += library.campaigns.values()
        self._scenes = sorted(scenes, key=lambda scene: scene.date)
        self._fill()
        self.refresh(layout=True)
        self.query_one("#nights", Picker).focus()
        self._read()

    @work(thread=True, exit_on_error=False)
    def _read(self) -> None:
        rows = self.game.house.own_rows()
        best: dict[str, BoardRow] = {}
        rooms: dict[str, set[str]] = {}
        for row in rows:
            if row.verified:
                best.setdefault(row.scenario, row)
                rooms.setdefault(row.scenario, set()).add(row.role)
        self.call_later(self._have, best, rooms, rows)

    def _have(
        self, best: dict[str, BoardRow], rooms: dict[str, set[str]], rows: list[BoardRow]
    ) -> None:
        self._best, self._rooms, self._rows = best, rooms, rows
        self._fill()

    def _fill(self) -> None:
        self.query_one("#nights", Picker).show([self._night(scene) for scene in self._scenes])
        self._moved()

    def _night(self, scene: Scenario | Campaign) -> Line:
        best = self._best.get(scene.id)
        sign = marks.RECORDED if scene.recorded else marks.ASSUMED
        stars = figures.stars(best.stars if best else 0)
        return line(
            Span(f"{sign} ", "gold"),
            Span(scene.date[2:7], "dim", why=f"night:{scene.id}"),
            Span(" "),
            Span(stars, "gold", why=f"night:{scene.id}"),
            Span(" "),
            Span(scene.title, "bold", why=f"night:{scene.id}"),
        )

    def answer(self, why: str) -> "Answer | None":
        """A night's stars and best run, or all the stars."""
        from livegame.studio.answers.answer import Answer

        kind, _, what = why.partition(":")
        if kind == "stars":
            return Answer(self._stars()).say(t("why.stars_are"))
        scene = next((one for one in self._scenes if one.id == what), None)
        if scene is None:
            return None
        told = Answer(t("why.best", title=scene.title, date=scene.date))
        best = self._best.get(scene.id)
        if best:
            told.part(t("why.part.stars"), figures.stars(best.stars))
            told.part(t("board.col.points"), figures.count(best.points))
        told.say(self._mine(scene)).say(self._par(scene))
        return told.say(t("why.night_recorded" if scene.recorded else "why.night_assumed"))

    def _stars(self) -> str:
        won = sum(row.stars for row in self._best.values())
        return t("festival.stars", won=won, all=3 * len(self._scenes))

    def _moved(self) -> None:
        at = self.query_one("#nights", Picker).at
        dates = [scene.date for scene in self._scenes]
        played = {n for n, scene in enumerate(self._scenes) if scene.id in self._best}
        self.query_one(Timeline).show(dates, at, played, self._stars())
        hosts = self.game.house.library().hosts
        roles = self._scenes[at].roles if at < len(self._scenes) else []
        places = [Place.of(hosts[role]) for role in roles]
        self.query_one(WorldMap).show(places, roles[0] if len(roles) == 1 else "")
        self.query_one("#about", Prose).tell(self._about)

    def _about(self, width: int) -> list[Line]:
        picker = self.query_one("#nights", Picker)
        if picker.at >= len(self._scenes):
            return []
        scene = self._scenes[picker.at]
        mine = self._mine(scene)
        known = t("festival.recorded" if scene.recorded else "festival.assumed")
        if isinstance(scene, Campaign):
            when = t("days.studio.when", days=scene.days, rungs=len(scene.rung))
        else:
            when = t(
                "festival.when",
                time=scene.starts[:5],
                length=length(scene.minutes),
                rooms=len(scene.roles),
            )
        library = self.game.house.library()
        pack = library.pack_of(scene.id)
        intro = flow(scene.intro, width)
        own = [flow(mine, width, "gold")]
        own += [flow(told, width, "", "", "  ") for told in self._climbed(scene)]
        blocks = [
            flow(scene.title, width, "bold"),
            flow(f"{scene.festival}, {scene.platform}, {scene.date}. {when}", width, "dim"),
            *(
                [flow(t("packs.from_pack", title=pack.manifest.title), width, "gold")]
                if pack
                else []
            ),
            *([*own, intro] if scene.id in self._best else [intro, *own]),
            flow(self._par(scene), width, "dim"),
        ]
        told = [row for block in blocks for row in block]
        room = self.query_one("#about").size.height - 1 - len(told)
        head = flow(known, width, "title")
        facts = whole([head, *cited.facts(library, scene.facts, width)], room)
        return [*told, *(facts if len(facts) > len(head) else [])]  # no head without a fact

    def _mine(self, scene: Scenario | Campaign) -> str:
        """The player's best of a night, and how many of its rooms they have held."""
        best = self._best.get(scene.id)
        if not best:
            return t("festival.unplayed")
        host = self.game.house.library().hosts.get(best.role)
        return t(
            "festival.best",
            points=figures.count(best.points),
            who=host.country if host else best.role,
            rooms=len(self._rooms[scene.id]),
            all=len(scene.roles),
        )

    def _climbed(self, scene: Scenario | Campaign) -> list[str]:
        """The open rungs of a night with one's stars, what opens the next, and the trophies."""
        if isinstance(scene, Campaign) or not scene.rung:
            return []
        steps = steps_of(scene, self._rows)
        stars = "  ".join(figures.stars(step.stars) for step in steps if step.open)
        told = [t("rungs.festival", open=sum(s.open for s in steps), all=len(steps), stars=stars)]
        best = self._best.get(scene.id)
        if best and best.mode in NOT_EARNED and best.stars > max(step.stars for step in steps):
            told.append(t("rungs.festival_lent"))
        shut = next((step for step in steps if not step.open), None)
        if shut:
            words = {"name": shut.rung.name, "stars": stars_in_words(shut.rung.stars)}
            told.append(t("rungs.festival_next", below=shut.number - 1, **words))
        has = trophies_won(scene, self._rows)
        names = "; ".join(cup.name for cup in scene.trophy if cup.id in has)
        cups = {"won": len(has), "all": len(scene.trophy), "names": names}
        return [*told, t("rungs.festival_cups", **cups).strip()]

    def _par(self, scene: Scenario | Campaign) -> str:
        """Whose result is worth 1,000 points."""
        fit = self.game.house.library().fits.get(scene.id)
        bot = fit is not None and "the bot 'planner'" in fit.how
        return t("festival.par.bot" if bot else "festival.par.target")

    def on_picker_moved(self) -> None:
        """Another night."""
        self._moved()

    def on_picker_chosen(self) -> None:
        """Into its green room."""
        self.action_enter()

    def action_enter(self) -> None:
        """Into the green room of the night."""
        at = self.query_one("#nights", Picker).at
        if at < len(self._scenes):
            self.game.green(self._scenes[at].id)


def length(minutes: int) -> str:
    """How long a show lasts, in hours where it lasts whole ones and more than one."""
    hours, rest = divmod(minutes, 60)
    if hours > 1 and not rest:
        return t("festival.length.hours", count=hours)
    return t("festival.length.minutes", count=minutes)
