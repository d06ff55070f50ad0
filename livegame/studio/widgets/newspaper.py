"""The front page of the morning after."""

from livegame.catalog.texts import t
from livegame.runs.rungs import won_lines
from livegame.studio import figures, press
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
    clip,
    fit,
    line,
    rule,
)
from livegame.studio.pixels import render
from livegame.studio.show import Show
from livegame.studio.widgets.window import Window
from livegame.studio.widgets.worldmap import Place, sketch
from livegame.studio.wrap import flow, whole, wrap

EAR, EAR_WIDTH = 8, 46  # rows of the world beside the masthead, and its most columns


class Newspaper(Window):
    """Masthead, headline, the story at the left, the account at the right.

    Attributes:
        proof: what the board says of the run, once it has been replayed.
    """

    def __init__(self, show: Show) -> None:
        super().__init__(show, "page")
        self.proof: tuple[str, str] = (t("front.proof.under_way"), "dim")

    def draw(self, width: int, height: int) -> list[Line]:
        """The page; more columns of it on a larger sheet."""
        top = self._top(width, height)
        room = height - len(top)
        if width >= 150:
            return [*top, *self._three(width, room)]
        left = (width - 3) // 2
        columns = beside(self._tale(left, room), self._account(width - 3 - left, room), left, 3)
        return [*top, *columns]

    def _top(self, width: int, height: int) -> list[Line]:
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
        double = line(Span("═" * width, "faint"))
        lines = [masthead, double]
        roomy = height >= 30
        if roomy:
            lines += self._ears(width)
        lines.append(centre((Span(_spaced(press.headline(self.show), width - 4), "bold"),), width))
        for row in wrap(press.standfirst(self.show), width - 4):
            lines.append(centre((Span(row, "note", why=f"place:{result.role}"),), width))
        return [*lines, double]

    def _ears(self, width: int) -> list[Line]:
        """The points between the paper's ears: the world at the left, the host at the right."""
        show, points = self.show, self.show.session.result.points
        digits = big(figures.count(points))
        body: list[Line] = [(), *(line(Span(row, "big", why="part:points")) for row in digits)]
        body += [line(Span(t("front.points", points="").strip(), "dim"))]
        hosts = show.library.hosts
        places = [Place.of(hosts[row.role]) for row in show.standings if row.role in hosts]
        ear = min(EAR_WIDTH, (width - len(digits[0])) // 2 - 2)
        land = sketch(places, show.session.role, ear, EAR, "why")
        grid = office(show.session.role, light=not self.app.current_theme.dark)
        face = render(grid, colour=not self.app.no_color) if grid else []
        rows = max(EAR, len(body))
        middle = [*[()] * ((rows - len(body)) // 2), *body]
        right = [*[()] * ((rows - len(face)) // 2), *face]
        inner = width - 2 * ear
        centred = [centre(row, inner) for row in middle]
        faces = [centre(row, ear) for row in right]
        return beside(land, beside(centred, faces, inner, 0), ear, 0)

    def _three(self, width: int, room: int) -> list[Line]:
        each = (width - 6) // 3
        left = [*self._beside_history(each), (), *self._proof(each), *self._rungs(each)]
        middle = self._story(each, room)
        both = beside(left, middle, each, 3)
        return beside(both, self._account(width - 6 - 2 * each, room), 2 * each + 3, 3)

    def _tale(self, width: int, room: int) -> list[Line]:
        table = [*self._beside_history(width), *self._proof(width)]
        table += self._rungs(width)
        return [*table, *self._story(width, room - len(table))]

    def _beside_history(self, width: int) -> list[Line]:
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
        return lines + [asks(row, "told:units") for row in packs]

    def _story(self, width: int, room: int) -> list[Line]:
        blocks = [
            [line(" ", *asks(row, f"told:{about}")) for row in flow(text, width - 2)]
            for about, text in press.story(self.show)
        ]
        blocks.append(flow(press.ending(self.show), width - 1, "note", " "))
        return whole([[rule(t("front.story.title"), width)], *blocks], room)

    def _proof(self, width: int) -> list[Line]:
        text, ink = self.proof
        return [asks(row, "told:proof") for row in flow(text, width - 1, ink, " ", " ")]

    def _rungs(self, width: int) -> list[Line]:
        """The rung above the first, the trophies that were won, and the rung that opens."""
        session = self.show.session
        told = won_lines(session.scenario, session.result, session.mode)
        rows = [row for text in told for row in flow(text, width - 1, "gold", " ", " ")]
        return [asks(row, "told:rungs") for row in rows]

    def _account(self, width: int, room: int) -> list[Line]:
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
        lucky = [rule(t("front.luck.title"), width)]
        for luck, name, share in press.luck(self.show):
            lucky.append(_luck(luck, name, share, width))
        return whole([lines, lucky], room)


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
