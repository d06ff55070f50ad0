"""The door of a campaign: go on with one that was left, or choose who you are and which rung."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog.campaigns import Campaign
from livegame.catalog.texts import t
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.waiting import waiting
from livegame.runs.problems import RunError
from livegame.runs.store import peek
from livegame.studio import cited, doors
from livegame.studio.lines import Line, Span, line
from livegame.studio.screens.room import Plan, Room
from livegame.studio.widgets.gallery import Gallery
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.prose import Prose
from livegame.studio.widgets.worldmap import Place, WorldMap, rows_for
from livegame.studio.wrap import flow

Way = tuple[Line, Callable[[], CampaignSession], str, str]  # row, how to go, its words, the office
SHELF = 7  # rows of the goods' pictures with their names


class DayDoor(Room):
    """Ways in at the left, what is recorded and what assumed at the right."""

    HELP = "days"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,enter", "enter", t("festival.key.enter"), key_display="⏎", id="daydoor.enter"),
        Binding("space", "read(1)", show=False, id="daydoor.read"),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]

    def __init__(self, campaign: str, role: str | None = None, rung: int = 1) -> None:
        """`rung` is the one under the cursor, unless a campaign waits to be gone on with."""
        super().__init__()
        self._which = campaign
        self._role = role
        self._rung = rung
        self._ways: list[Way] = []

    def panels(self) -> Iterable[Widget]:
        """Ways, where it is and what is sold, and text."""
        yield Picker(title=t("days.studio.door"), id="ways")
        yield WorldMap(t("common.map"))
        yield Gallery()
        yield Prose(title=t("festival.about"), id="about")

    def floor(self, width: int, height: int) -> Plan:
        """Half and half; below the ways the goods, and the world where there is room for it."""
        left = max(43, width * 9 // 20)
        ways = min(height, max(6, len(self._ways) + 2))
        goods = SHELF if height - ways > SHELF else 0
        chart, below = rows_for(left), height - ways - goods - 1
        chart = chart if below >= chart else 0
        return {
            "ways": Region(0, 0, left, ways),
            "gallery": Region(1, ways, left - 1, goods),
            "map": Region(0, ways + goods + 1, left, chart),
            "about": Region(left + 2, 0, width - left - 3, height),
        }

    @property
    def campaign(self) -> Campaign:
        """Whose door it is."""
        return self.game.house.library().campaigns[self._which]

    def on_mount(self) -> None:
        """Find the ways in."""
        self._ways = [*self._left(), *self._new()]
        picker = self.query_one("#ways", Picker)
        picker.show([row for row, *_ in self._ways])
        if self._rung > 1:
            picker.at = min(len(list(self._left())) + self._rung, len(self._ways)) - 1
        picker.focus()
        self.refresh(layout=True)
        self._look()

    def _look(self) -> None:
        """The way under the cursor: its office's goods, its place, its words."""
        library, at = self.game.house.library(), self.query_one("#ways", Picker).at
        role = self._ways[at][3] if at < len(self._ways) else self.campaign.roles[0]
        self.query_one(Gallery).show(library, library.goods(role), 0)
        places = [Place.of(library.hosts[name]) for name in self.campaign.roles]
        self.query_one(WorldMap).show(places, role)
        self.query_one("#about", Prose).tell(self._about)

    def _left(self) -> Iterable[Way]:
        hosts = self.game.house.library().hosts
        for path in waiting():
            header, _ = peek(path)
            if header.scenario != self._which:
                continue
            words = {"who": hosts[header.role].country, "created": header.created[:16]}
            row = line(Span(t("days.studio.go_on", **words), "gold"))
            yield row, partial(CampaignSession.resume, path), "", header.role

    def _new(self) -> Iterable[Way]:
        hosts, one = self.game.house.library().hosts, self.campaign
        for role in [self._role] if self._role in one.roles else one.roles:
            for rung in one.rung:

                def begin(role: str = str(role), rung: int = rung.number) -> CampaignSession:
                    seed, self.game.seed = self.game.seed, None
                    player = self.game.settings.name
                    mode = "free" if seed is None else "seeded"
                    return CampaignSession.start(
                        self._which, role, rung=rung, seed=seed, mode=mode, player=player
                    )

                host = hosts[str(role)]
                row = line(Span(f"{host.country} ", "bold"), f"{rung.number}. {rung.name}")
                yield row, begin, f"{host.intro}\n{rung.name}: {rung.what}", str(role)

    def _about(self, width: int) -> list[Line]:
        one, at = self.campaign, self.query_one("#ways", Picker).at
        lines = [*flow(one.title, width, "bold"), *flow(one.intro, width), ()]
        chosen = self._ways[at][2] if at < len(self._ways) else ""
        for text in chosen.split("\n"):
            lines += [*flow(text, width, "gold"), ()] if text else []
        lines += [*flow(one.says, width), ()]
        for block in cited.facts(self.game.house.library(), one.facts, width):
            lines += block
        return lines

    def on_picker_moved(self) -> None:
        """Another way in."""
        self._look()

    def on_picker_chosen(self) -> None:
        """In."""
        self.action_enter()

    def action_enter(self) -> None:
        """To the desk."""
        at = self.query_one("#ways", Picker).at
        if at >= len(self._ways):
            return
        try:
            session = self._ways[at][1]()
        except RunError as error:
            self.say(str(error))
            return
        self.game.switch_screen(doors.desk(session))
