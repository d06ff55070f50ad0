"""The front page of the morning after a campaign of several days."""

from collections.abc import Sequence

from livegame.catalog import figures
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.runs.campaigns import paperwords
from livegame.runs.campaigns.ending import record_lines, trophy_lines
from livegame.runs.campaigns.joint import end_joint
from livegame.runs.campaigns.names import short_of
from livegame.runs.campaigns.paper import Paper, losses
from livegame.runs.campaigns.tally import tally
from livegame.studio.art import office
from livegame.studio.bigdigits import big
from livegame.studio.lines import Line, Span, apart, asks, beside, centre, fit, line, rule
from livegame.studio.pixels import render
from livegame.studio.pouring import Section
from livegame.studio.widgets.daybars import day_bars
from livegame.studio.widgets.paged import (
    EAR,
    EAR_WIDTH,
    ROOMY,
    SMALL_WIDTH,
    Paged,
    ears,
    spaced,
    summed,
    widths,
)
from livegame.studio.widgets.worldmap import Place, sketch
from livegame.studio.wrap import flow, wrap

PACKS, SALES = 10, 13  # cells of a good's packs and of what they sold for


class DayPaper(Paged):
    """Masthead, points and stars, headline; the days, the goods, the story, the account."""

    def __init__(self, paper: Paper, news: Sequence[str] = ()) -> None:
        """`news` are the last night's, which nobody has read yet."""
        super().__init__(id="page")
        self.paper, self.news = paper, tuple(news)
        self.proof = (t("front.proof.under_way"), "dim")

    def draw(self, width: int, height: int) -> list[Line]:
        """The page; more columns of it on a larger sheet."""
        head = self._top(width, height)
        room = height - len(head) - 1
        count, each, last = widths(width)
        days, goods, story = self._days(each), self._goods(each), self._story(each)
        told = [self._record(each), self._more(each)]
        if count == 3:
            right = [self._account(last), self._cups(last)]
            body = self.columns([[days, *told], [goods, story], right], each, room)
        else:
            right = [self._account(each), self._cups(each)]
            body = self.flowing([days, goods, *right, story, *told], each, room)
        return [*head, self.double(width), *body]

    # -- the top -----------------------------------------------------------

    def _top(self, width: int, height: int) -> list[Line]:
        one, result = self.paper.season.campaign, self.paper.result
        stars = line(Span(figures.stars(result.stars), "gold", why="part:points"), " ")
        issue = Span(f" {one.festival}, {one.date}", "dim", why="told:what")
        name = t("front.masthead")
        gap = (width - len(name)) // 2
        room = Span(" " * max(1, gap - len(issue.text)))
        lines = [apart((issue, room, Span(name, "title")), stars, width)]
        lines.append(line(Span("═" * width, "faint")))
        if height >= ROOMY:
            return [*lines, *self._ears(width), *self._headline(width)]
        left = [centre(row, SMALL_WIDTH) for row in self._points()]
        told = self._headline(width - SMALL_WIDTH - 1, brief=True)
        rows = max(len(left), len(told))
        blocks = [[*[()] * ((rows - len(block)) // 2), *block] for block in (left, told)]
        return [*lines, *beside(blocks[0], blocks[1], SMALL_WIDTH, 1)]

    def _points(self) -> list[Line]:
        """The score in large digits, and what it counts."""
        result = self.paper.result
        scored = result.par > 0
        text = figures.count(result.points) if scored else figures.yuan(result.settled)
        digits = [line(Span(row, "big", why="part:points")) for row in big(text)]
        stars = figures.stars(result.stars)
        words = t("dayfront.label" if scored else "dayfront.settled")
        return [*digits, line(Span(f"{words}  ", "dim"), Span(stars, "gold", why="part:points"))]

    def _headline(self, width: int, *, brief: bool = False) -> list[Line]:
        """The headline, which days they were, and what the next star would have taken."""
        title = spaced(paperwords.headline(self.paper), width - 4)
        rows = [title] if len(title) <= width - 4 else wrap(title, width - 4)
        lines = [centre((Span(row, "bold"),), width) for row in rows]
        for row in wrap(paperwords.standfirst(self.paper, brief=brief), width - 4):
            lines.append(centre((Span(row, "note", why="told:what"),), width))
        told = paperwords.star_words(self.paper)
        for row in wrap(told, width - 4) if told else []:
            lines.append(centre((Span(row, "gold", why="part:points"),), width))
        return lines

    def _ears(self, width: int) -> list[Line]:
        role = self.paper.season.role
        body = [(), *self._points()]
        ear = min(EAR_WIDTH, (width - 24) // 2)
        hosts = library().hosts
        places = [Place.of(hosts[name]) for name in self.paper.season.campaign.roles]
        land = sketch(places, role, ear, EAR, "why")
        grid = office(role, light=not self.app.current_theme.dark)
        face = render(grid, colour=not self.app.no_color) if grid else []
        return ears(land, body, face, ear, width)

    # -- the columns -------------------------------------------------------

    def _days(self, width: int) -> Section:
        """The days as bars."""
        paper = self.paper
        return Section([day_bars(paper.season, paper.rows, paper.history, width)])

    def _goods(self, width: int) -> Section:
        """What was sold of each good, and what went another way."""
        name = max(8, width - PACKS - SALES - 1)
        heads = fit(t("dayfront.packs"), PACKS, ">") + fit(t("dayfront.sales"), SALES, ">")
        lines = [line(*rule(t("dayfront.goods"), name), Span(heads + " ", "dim"))]
        goods, sold = library().products, self.paper.result.goods
        names = [goods[good.id].name for good in sold]
        if max(map(len, names)) >= name:
            names = [short_of(self.paper.season, at) for at in range(len(sold))]
        for called, good in zip(names, sold, strict=True):
            cells = line(
                Span(fit(called, name - 1)),
                Span(fit(figures.count(good.delivered), PACKS, ">"), "bold"),
                Span(fit(figures.yuan(good.sales), SALES, ">"), "dim"),
            )
            lines.append(line(" ", *asks(cells, f"good:{good.id}")))
        lost = [rule(t("dayfront.lost_head"), width)]
        for what, packs in losses(self.paper):
            text = t(f"dayfront.lost.{what}") if what else ""
            lost.append(summed(f"lost:{what}", text, figures.count(packs), width))
        if len(lost) == 1:
            lost += flow(t("dayfront.lost_none"), width - 1, "", " ")
        return Section([lines, lost])

    def _story(self, width: int) -> Section:
        blocks = [
            [line(" ", *asks(row, f"told:{what}")) for row in flow(text, width - 2)]
            for what, text in paperwords.story(self.paper)
        ]
        blocks += [_said(text, width, "told:news") for text in self.news if text.strip()]
        blocks.append(flow(self.paper.season.campaign.ending, width - 1, "note", " "))
        return Section(blocks, [rule(t("dayfront.story.title"), width)])

    def _record(self, width: int) -> Section:
        """What is on record, and where history's days come from."""
        lines = record_lines(self.paper.season, self.paper.result)
        texts = [text for text in lines if text != t("days.plain.record_head")]
        blocks = [_said(text, width, "told:record") for text in texts]
        source = paperwords.source(self.paper)
        blocks += [_said(source, width, "told:source", "dim")] if source else []
        return Section(blocks, [rule(t("dayfront.record"), width)])

    def _more(self, width: int) -> Section:
        """A goal of all farms together, or the days before a night; nothing for the others."""
        season, result = self.paper.season, self.paper.result
        texts = [(text, "told:joint") for text in end_joint(season, result.joint)]
        texts += [(one.text, f"tally:{n}") for n, one in enumerate(tally(season, result))]
        blocks = [_said(text, width, why) for text, why in texts]
        return Section(blocks, [rule(t("dayfront.more"), width)])

    def _account(self, width: int) -> Section:
        result = self.paper.result
        lines = [rule(t("dayfront.account"), width)]
        for name, fen in result.parts:
            if fen or name == "sales":
                text = t(f"days.part.{name}")
                lines.append(summed(f"part:{name}", text, figures.exact(fen), width))
        lines.append(line(Span(" " + "─" * (width - 2), "faint")))
        settled = figures.exact(result.settled)
        lines.append(summed("part:settled", t("front.settled"), settled, width, "bold"))
        if result.par > 0:
            par, points = figures.exact(result.par), figures.count(result.points)
            lines.append(summed("part:par", t("dayfront.script_par"), par, width))
            told = t("dayfront.points", points=points)
            lines.append(summed("part:points", t("dayfront.formula"), told, width, "gold"))
        proof, ink = self.proof
        return Section([lines, _said(proof, width, "told:proof", ink)])

    def _cups(self, width: int) -> Section:
        """The trophies, won or not, and the next rung."""
        season, result = self.paper.season, self.paper.result
        blocks = []
        for cup, text in zip(season.campaign.trophy, trophy_lines(season, result), strict=True):
            sign, ink = ("◆", "gold") if cup.id in result.trophies else ("◇", "dim")
            rows = flow(f"{sign} {text}", width - 1, ink, " ", "   ")
            blocks.append([asks(row, "told:trophies") for row in rows])
        above = paperwords.rung_words(self.paper)
        blocks += [_said(above, width, "told:rung", "note")] if above else []
        return Section(blocks, [rule(t("dayfront.trophies"), width)])


def _said(text: str, width: int, why: str, ink: str = "") -> list[Line]:
    """A sentence that can be asked about."""
    return [asks(row, why) for row in flow(text, width - 1, ink, " ", " ")]
