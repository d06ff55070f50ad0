"""The front page of the morning after."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.rungs import won_lines
from livegame.studio import press
from livegame.studio.art import office
from livegame.studio.bigdigits import big
from livegame.studio.keynames import keyed
from livegame.studio.lines import (
    Line,
    Span,
    apart,
    asks,
    bar,
    beside,
    centre,
    clip,
    fit,
    line,
    rule,
)
from livegame.studio.pixels import render
from livegame.studio.pouring import Section, pour
from livegame.studio.show import Show
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.window import Window
from livegame.studio.widgets.worldmap import Place, sketch
from livegame.studio.wrap import flow, wrap

EAR, EAR_WIDTH = 8, 46  # rows of the world beside the masthead, and its most columns
SMALL, SMALL_WIDTH = 5, 26  # the same on a low page, where it stands beside the headline
ROOMY = 30  # rows from which a page is not low
THREE = 150  # columns from which the page has three columns
GAP = 3


class Newspaper(Window):
    """Masthead, headline, the story at the left, the account at the right; where a page cannot
    hold all of it, it goes on on another.

    Attributes:
        proof: what the board says of the run, once it has been replayed.
        page: the page that is shown, from 0; pages: how many there are at this size.
    """

    def __init__(self, show: Show) -> None:
        super().__init__(show, "page")
        self.proof: tuple[str, str] = (t("front.proof.under_way"), "dim")
        self.page, self.pages = 0, 1

    def draw(self, width: int, height: int) -> list[Line]:
        """The page; more columns of it on a larger sheet."""
        head, brief = self._top(width, height), self._masthead(width)
        room, later = height - len(head) - 1, height - len(brief) - 1
        count = 3 if width >= THREE else 2
        each = (width - GAP * (count - 1)) // count
        last = width - (each + GAP) * (count - 1)
        left, story = self._left(each), self._story(each)
        right = Section([self._account(last), self._lucky(last)])
        columns = [[left], [story], [right]] if count == 3 else [[left, story], [right]]
        poured = [pour(sections, room, later) for sections in columns]
        self._count(max(map(len, poured)))
        body = _page(poured[-1], self.page)
        for pages in reversed(poured[:-1]):
            body = beside(_page(pages, self.page), body, each, GAP)
        return [*(brief if self.page else head), self._double(width), *body]

    def _count(self, pages: int) -> None:
        """So many pages at this size: the key that turns them comes and goes."""
        self.page = min(self.page, pages - 1)
        if pages != self.pages:
            self.pages = pages
            self.call_later(self.screen.refresh_bindings)

    def turn(self) -> None:
        """The next page, round and round."""
        self.page = (self.page + 1) % self.pages
        self.redraw()

    def on_panel_hit(self, hit: Panel.Hit) -> None:
        """A click on the page's number turns it."""
        if hit.verb == "page":
            hit.stop()
            self.turn()

    def _double(self, width: int) -> Line:
        """The line below the headline, with the page's number where there are several."""
        if self.pages < 2:
            return line(Span("═" * width, "faint"))
        words = {"page": self.page + 1, "pages": self.pages}
        told = f" {keyed(self, 'front.page', **words)} "
        rest = width - len(told) - 2
        return line(
            Span("═" * rest, "faint"), Span(told, "gold", ("page", "")), Span("══", "faint")
        )

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
        lines = [centre((Span(_spaced(press.headline(self.show), width - 4), "bold"),), width)]
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
        rows = max(EAR, len(body))
        middle = [*[()] * ((rows - len(body)) // 2), *body]
        right = [*[()] * ((rows - len(face)) // 2), *face]
        inner = width - 2 * ear
        centred = [centre(row, inner) for row in middle]
        faces = [centre(row, ear) for row in right]
        return beside(land, beside(centred, faces, inner, 0), ear, 0)

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
            lines.append(_sum(name, t(f"front.part.{name}"), figures.exact(fen), width))
        lines.append(line(Span(" " + "─" * (width - 2), "faint")))
        lines.append(
            _sum("settled", t("front.settled"), figures.exact(result.settled), width, "bold")
        )
        known = press.recorded(self.show)
        par = t("front.history_settled" if known else "front.assumed_settled")
        lines.append(_sum("par", par, figures.exact(result.par), width))
        points = t("front.points", points=figures.count(result.points))
        how = t("front.formula" if known else "front.formula_assumed")
        lines.append(_sum("points", how, points, width, "gold"))
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


def _page(pages: list[list[Line]], at: int) -> list[Line]:
    """A page of a column; nothing where the column has ended before."""
    return pages[at] if at < len(pages) else []


def _spaced(text: str, width: int) -> str:
    """Capitals, set wide where there is room."""
    capitals = text.upper()
    wide = " ".join(capitals)
    return wide if len(wide) <= width else capitals


def _sum(part: str, name: str, amount: str, width: int, ink: str = "") -> Line:
    name = clip(name, width - len(amount) - 3)
    row = apart(line(Span(name, ink or "dim")), line(Span(amount, ink)), width - 2)
    return line(" ", *asks(row, f"part:{part}"), " ")


def _luck(luck: str, name: str, share: int, width: int) -> Line:
    size = max(4, width - 31)
    row = line(
        Span(fit(name, 21), "dim"),
        *bar(share // 2, size, "gold" if share >= 1000 else "warn"),
        Span(fit(figures.percent(share), 7, ">"), "bold"),
    )
    return line(" ", *asks(row, f"luck:{luck}"))
