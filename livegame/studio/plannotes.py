"""The texts of the green room: the night, the office, what stands behind a number."""

from livegame.catalog import figures
from livegame.catalog.library import Library
from livegame.catalog.models import Host, Product
from livegame.catalog.nights import Scenario
from livegame.catalog.texts import t
from livegame.runs.rungs import on_lines
from livegame.studio import marks
from livegame.studio.cited import facts
from livegame.studio.lines import Line, Span, line, width_of
from livegame.studio.wrap import flow, whole


def night(library: Library, scene: Scenario, width: int, room: int) -> list[Line]:
    """The night, with as many of its facts as fit into `room` lines."""
    when = f"{scene.festival}, {scene.platform}, {scene.date}, {scene.starts[:5]}"
    blocks = [
        flow(scene.title, width, "bold"),
        flow(when, width, "dim"),
        *(flow(told, width, "gold") for told in on_lines(scene) if scene.step > 1),
        flow(scene.intro, width),
        *(flow(f"- {note}", width, "", "", "  ") for note in scene.notes),
    ]
    return whole([*blocks, *facts(library, scene.facts, width)], room)


def who(library: Library, host: Host, width: int, room: int) -> list[Line]:
    """The office; below it as many of its facts as fit into `room` lines."""
    sign = marks.RECORDED if host.recorded else marks.ASSUMED
    known = t("green.who.recorded" if host.recorded else "green.who.assumed")
    title = line(Span(host.office, "bold"), Span(f"  {host.office_zh}", "dim"))
    told = [
        title if width_of(title) <= width else line(Span(host.office, "bold")),
        *flow(host.intro, width),
        *flow(f"{sign} {known}", width, "gold" if host.recorded else "dim", "", "  "),
    ]
    return [*told, *whole(facts(library, host.facts, width), room - len(told))]


def about(library: Library, good: Product, column: str, width: int, local: str = "") -> list[Line]:
    """The good, the number under the cursor, and a word on the good; `local` is what its planned
    price comes to in the money it is read in."""
    head = line(
        Span(good.name, "bold"),
        Span(f"  {good.name_zh}  ", "dim"),
        Span(t("green.about.pack", pack=good.pack), "dim"),
    )
    there = flow(local, width, "bold") if local and column == "price" else []
    return [head, *there, *_cell(library, good, column, width), *flow(good.blurb, width, "note")]


def _cell(library: Library, good: Product, column: str, width: int) -> list[Line]:
    if column == "price":
        usual = t("green.about.usual", price=figures.price(good.usual_fen))
        kind = t(f"green.about.kind.{good.price_kind}")
        source = library.sources.get(good.price_source)
        said = f" ({source.publication}, {source.date})" if source else ""
        return [
            *flow(f"{usual} {kind}{said}", width, "gold"),
            *flow(good.price_reason, width, "dim"),
        ]
    words = {
        "stock": figures.count(good.stock),
        "most": figures.count(good.stock_max),
        "spoils": figures.percent(good.spoil_permille),
    }
    return flow(t(f"green.about.{column}", **words), width)
