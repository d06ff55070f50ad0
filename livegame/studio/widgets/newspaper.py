"""The front page of the morning after."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.rungs import won_lines
from livegame.studio import press
from livegame.studio.art import office
from livegame.studio.bigdigits import big
from livegame.studio.lines import (
    Line,
    Span,
    apart,
    asks,
    bar,
    beside,
    centre,
    fit,
    line,
    rule,
)
from livegame.studio.pixels import render
from livegame.studio.pouring import Section
from livegame.studio.show import Show
from livegame.studio.widgets.paged import (
    EAR,
    EAR_WIDTH,
    ROOMY,
    SMALL,
    SMALL_WIDTH,
    Paged,
    ears,
    spaced,
    summed,
    widths,
)
from livegame.studio.widgets.worldmap import Place, sketch
from livegame.studio.wrap import flow, wrap


class Newspaper(Paged):
    """Masthead, headline, the story at the left, the account at the right."""

    def __init__(self, show: Show) -> None:
        super().__init__(id="page")
        self.show = show
        self.proof = (t("front.proof.under_way"), "dim")

    def draw(self, width: int, height: int) -> list[Line]:
        """The page; more columns of it on a larger sheet."""
        head, brief = self._top(width, height), self._masthead(width)
        room, later = height - len(head) - 1, height - len(brief) - 1
        count, each, last = widths(width)
        left, story = self._left(each), self._story(each)
        right = Section([self._account(last), self._lucky(last)])
        columns = [[left], [story], [right]] if count == 3 else [[left, story], [right]]
        body = self.columns(columns, each, room, later)
        return [*(brief if self.page else head), self.double(width), *body]

    def _masthead(self, width: int) -> list[Line]:
        """The paper's name between the night and its stars: all that a later page has on top."""
        scene, result = self.show.session.scenario, self.show.session.result
        stars = line(Span(figures.stars(result.stars), "gold", why="part:points"), " ")
        issue = line(Span(f" {scene.festival}, {scene.date}", "dim", why="night"))
        name = t("front.masthead")
        gap = (width - len(name)) // 2
        masthead = apart(
            (*issue, Span(" " * max(1, gap - len(issue[0].text))), Span(name, "title")),
            stars,
            width,
        )
        return [masthead]

    def _top(self, width: int, height: int) -> list[Line]:
        """The first page's: masthead, headline, the world."""
        lines = [*self._masthead(width), line(Span("═" * width, "faint"))]
        if height >= ROOMY:
            return [*lines, *self._ears(width), *self._headline(width)]
        inner = width - SMALL_WIDTH - 1
        told = self._headline(inner)
        land = sketch(self._places(), self.show.session.role, SMALL_WIDTH, SMALL, "why")
        told = [*[()] * ((SMALL - len(told)) // 2), *told]
        return [*lines, *beside(land, told, SMALL_WIDTH, 1)]

    def _headline(self, width: int) -> list[Line]:
        """The headline, and below it place and points."""
        lines = [centre((Span(spaced(press.headline(self.show), width - 4), "bold"),), width)]
        role = self.show.session.result.role
        for row in wrap(press.standfirst(self.show), width - 4):
            lines.append(centre((Span(row, "note", why=f"place:{role}"),), width))
        return lines

    def _places(self) -> list[Place]:
        """Where the night's rooms are."""
        hosts = self.show.library.hosts
        return [Place.of(hosts[row.role]) for row in self.show.standings if row.role in hosts]

    def _ears(self, width: int) -> list[Line]:
        """The points between the paper's ears: the world at the left, the host at the right."""
        show, points = self.show, self.show.session.result.points
        digits = big(figures.count(points))
        body: list[Line] = [(), *(line(Span(row, "big", why="part:points")) for row in digits)]
        body += [line(Span(t("front.points", points="").strip(), "dim"))]
        ear = min(EAR_WIDTH, (width - len(digits[0])) // 2 - 2)
        land = sketch(self._places(), show.session.role, ear, EAR, "why")
        grid = office(show.session.role, light=not self.app.current_theme.dark)
        face = render(grid, colour=not self.app.no_color) if grid else []
        return ears(land, body, face, ear, width)

    def _left(self, width: int) -> Section:
        """The goods, what the board says, the rungs."""
        blocks = [*self._beside_history(width), self._proof(width), self._rungs(width)]
        return Section([block for block in blocks if block])

    def _beside_history(self, width: int) -> list[list[Line]]:
        name = max(10, width - 26)
        heads = fit(t("front.yours"), 11, ">") + fit(t("front.history"), 13, ">")
        lines = [line(*rule(t("front.beside"), name), Span(heads + "  ", "dim"))]
        for row in press.against(self.show):
            history = row.history or t("front.unknown")
            ink = {"▲": "good", "▼": "bad"}.get(row.sign, "dim")
            cells = line(
                Span(fit(row.name, name - 1)),
                Span(fit(row.yours, 11, ">"), "bold"),
                Span(fit(history, 13, ">"), "dim"),
                Span(f" {row.sign or ' '}", ink),
            )
            lines.append(line(" ", *asks(cells, f"good:{row.goods}")))
        told = press.units(self.show)
        packs = flow(told, width - 1, "dim", " ") if told else []
        return [lines, [asks(row, "told:units") for row in packs]]

    def _story(self, width: int) -> Section:
        blocks = [
            [line(" ", *asks(row, f"told:{about}")) for row in flow(text, width - 2)]
            for about, text in press.story(self.show)
        ]
        blocks.append(flow(press.ending(self.show), width - 1, "note", " "))
        heads = [[rule(t(f"front.story.{key}"), width)] for key in ("title", "title_on")]
        return Section(blocks, *heads)

    def _proof(self, width: int) -> list[Line]:
        text, ink = self.proof
        return [asks(row, "told:proof") for row in flow(text, width - 1, ink, " ", " ")]

    def _rungs(self, width: int) -> list[Line]:
        """The rung above the first, the trophies that were won, and the rung that opens."""
        session = self.show.session
        told = won_lines(session.scenario, session.result, session.mode)
        rows = [row for text in told for row in flow(text, width - 1, "gold", " ", " ")]
        return [asks(row, "told:rungs") for row in rows]

    def _account(self, width: int) -> list[Line]:
        result = self.show.session.result
        lines = [rule(t("front.account"), width)]
        for name, fen in result.parts():
            lines.append(summed(f"part:{name}", t(f"front.part.{name}"), figures.exact(fen), width))
        lines.append(line(Span(" " + "─" * (width - 2), "faint")))
        lines.append(
            summed("part:settled", t("front.settled"), figures.exact(result.settled), width, "bold")
        )
        known = press.recorded(self.show)
        par = t("front.history_settled" if known else "front.assumed_settled")
        lines.append(summed("part:par", par, figures.exact(result.par), width))
        points = t("front.points", points=figures.count(result.points))
        how = t("front.formula" if known else "front.formula_assumed")
        lines.append(summed("part:points", how, points, width, "gold"))
        unpaid = press.unpaid(self.show)
        told = flow(unpaid, width - 1, "dim", " ", " ") if unpaid else []
        lines += [asks(row, "part:sales") for row in told]
        abroad = self.show.abroad(result.settled)
        told = flow(abroad, width - 1, "dim", " ", " ") if abroad else []
        return [*lines, *(asks(row, "part:settled") for row in told)]

    def _lucky(self, width: int) -> list[Line]:
        lucky = [rule(t("front.luck.title"), width)]
        for luck, name, share in press.luck(self.show):
            lucky.append(_luck(luck, name, share, width))
        return lucky


def _luck(luck: str, name: str, share: int, width: int) -> Line:
    size = max(4, width - 31)
    row = line(
        Span(fit(name, 21), "dim"),
        *bar(share // 2, size, "gold" if share >= 1000 else "warn"),
        Span(fit(figures.percent(share), 7, ">"), "bold"),
    )
    return line(" ", *asks(row, f"luck:{luck}"))
