"""Every text of a scenario or a campaign that a player may read, by its place, and whose it is."""

from collections.abc import Iterable, Iterator
from typing import Any

from livegame.catalog.campaigns import Campaign
from livegame.catalog.library import Library
from livegame.catalog.models import Line
from livegame.catalog.nights import Scenario
from livegame.catalog.outside import Incident
from livegame.catalog.reading import read_rows

Text = tuple[str, str]  # place, words


def _of(place: str, row: Any, *names: str) -> Iterator[Text]:
    for name in names:
        told = getattr(row, name)
        for words in told if isinstance(told, list) else [told]:
            if words:
                yield place, words


def facts_of(lib: Library, scene: Scenario | Campaign) -> set[str]:
    """The facts that a scenario cites, its hosts, goods, targets and incidents too."""
    found = {*scene.facts}
    for row in scene.target:
        found |= {row.fact, row.base}
    for role in scene.roles:
        found |= {*lib.hosts[role].facts}
        for good in lib.goods(role):
            found |= {*good.facts}
    if isinstance(scene, Scenario):
        found |= {row.fact for row in incidents_of(scene)}
        found |= {row.fact for row in getattr(scene, "milestone", [])}
        found |= {row.fact for row in getattr(scene, "stall", [])}
    return found - {""}


def incidents_of(scene: Scenario) -> list[Incident]:
    """The incidents of a night, those that only a rung adds too."""
    return [*scene.incident, *(row for rung in scene.rung for row in rung.incident)]


def texts_of(lib: Library, scene: Scenario | Campaign) -> list[Text]:
    """All texts of a scenario, without the causes of incidents and what trophies ask for, which
    speak of odds and thresholds, and without reasons."""
    own = scene.id
    found = list(_of(own, scene, "title", "intro", "ending"))
    rows = _night(scene) if isinstance(scene, Scenario) else _days(scene)
    return [*found, *rows, *_shared(lib, scene)]


def causes_of(scene: Scenario) -> list[tuple[Incident, str]]:
    """Each incident with its cause."""
    return [(row, row.cause) for row in incidents_of(scene)]


def spoken(lib: Library, scene: Scenario | Campaign) -> list[Text]:
    """All texts of a scenario, with causes, reasons and what trophies ask for."""
    found = texts_of(lib, scene)
    found += reasons_of(lib, scene)
    found += [(f"{scene.id}/trophy/{cup.id}/what", cup.what) for cup in scene.trophy]
    if isinstance(scene, Scenario):
        found += [(f"{scene.id}/cause/{row.id}", cause) for row, cause in causes_of(scene)]
    return found


def reasons_of(lib: Library, scene: Scenario | Campaign) -> list[Text]:
    """Why it assumes what it assumes."""
    own = scene.id
    found: list[Text] = []
    rows: list[Any] = []
    if isinstance(scene, Scenario):
        for rung in scene.rung:
            rows += [rung, *rung.assume, *rung.courier]
        rows += [*scene.assume, *scene.courier, scene.presale, scene.habit, scene.closing]
        rows += [*lib.scripts[scene.id].values()]
        for name in ("chatbot", "milestone", "stall", "currency"):
            row = getattr(scene, name, None)
            rows += row if isinstance(row, list) else [row]
        pitches, segments = scene.pitches, scene.segments
    else:
        rows += [*scene.crop, *scene.route, *scene.slot, *scene.coupon, *scene.happening]
        rows += [*scene.daily, *scene.script, *scene.offer, *scene.window, *scene.depot]
        rows += [*scene.carrier, *scene.topic, *scene.goal]
        pitches, segments = scene.evening.pitches, scene.evening.segments
    for row in filter(None, rows):
        found += _of(f"{own}/reason", row, "reason")
    for role in scene.roles:
        found += _of(f"host/{role}", lib.hosts[role], "draw_reason")
        for good in lib.goods(role):
            # Where a price has an outside source, the numbers beside it are that source's.
            names = ["cost_reason"] if good.price_source else ["price_reason", "cost_reason"]
            found += _of(f"good/{good.id}", good, *names)
    for name in pitches:
        found += _of(f"pitch/{name}", lib.pitches[name], "reason")
    for name in segments:
        found += _of(f"segment/{name}", lib.segments[name], "reason")
    return found


def _night(scene: Scenario) -> Iterator[Text]:
    own = scene.id
    yield from _of(own, scene, "notes")
    for incident in incidents_of(scene):
        yield from _of(f"{own}/incident/{incident.id}", incident, "title", "text")
    for rung in scene.rung:
        yield from _of(f"{own}/rung/{rung.id}", rung, "name", "what")
    for trophy in scene.trophy:
        yield from _of(f"{own}/trophy/{trophy.id}", trophy, "name")
    for courier in scene.courier:
        yield from _of(f"{own}/courier/{courier.id}", courier, "name")
    for target in scene.target:
        yield from _of(f"{own}/target/{target.id}", target, "note")
    for row in getattr(scene, "milestone", []):
        yield from _of(f"{own}/milestone/{row.id}", row, "title", "text")


def _days(scene: Campaign) -> Iterator[Text]:
    own = scene.id
    yield from _of(own, scene, "says")
    for kind, names in (
        ("route", ("name", "what")),
        ("slot", ("name", "what")),
        ("coupon", ("name",)),
        ("happening", ("title", "text")),
        ("offer", ("name", "what")),
        ("window", ("name", "what")),
        ("depot", ("name", "what")),
        ("carrier", ("name", "what")),
        ("topic", ("name", "what")),
        ("goal", ("title", "text")),
    ):
        for row in getattr(scene, kind):
            yield from _of(f"{own}/{kind}/{row.id}", row, *names)
    for crop in scene.crop:
        yield from _of(f"{own}/crop/{crop.product}", crop, "stages")
    for rung in scene.rung:
        yield from _of(f"{own}/rung/{rung.number}", rung, "name", "what")
    for trophy in scene.trophy:
        yield from _of(f"{own}/trophy/{trophy.id}", trophy, "name")
    for target in scene.target:
        yield from _of(f"{own}/target/{target.id}", target, "note")


def _shared(lib: Library, scene: Scenario | Campaign) -> Iterator[Text]:
    """What may belong to more scenarios than one."""
    night = isinstance(scene, Scenario)
    pitches: Iterable[str] = scene.pitches if night else scene.evening.pitches
    segments: Iterable[str] = scene.segments if night else scene.evening.segments
    for role in scene.roles:
        yield from _of(f"host/{role}", lib.hosts[role], "office", "intro")
        for good in lib.goods(role):
            yield from _of(f"good/{good.id}", good, "name", "short", "pack", "unit", "blurb")
    for name in pitches:
        yield from _of(f"pitch/{name}", lib.pitches[name], "name", "what", "risk")
    for name in segments:
        yield from _of(f"segment/{name}", lib.segments[name], "name", "what")
    for path in [lib.folder / "chat" / "en.toml", lib.folder / "chat" / "en" / f"{scene.id}.toml"]:
        if path.exists():
            for line in read_rows(path, "line", Line):
                yield f"chat/{path.stem}", line.text
