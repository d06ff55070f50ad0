"""The whole content folder, read once and cross-checked."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from attrs import evolve, field, frozen

from livegame.catalog.campaigns import Campaign, check_campaign, is_campaign, read_campaign
from livegame.catalog.mechanics_check import check_mechanics
from livegame.catalog.models import (
    Article,
    Assumption,
    Dispute,
    Fact,
    Host,
    Line,
    Measure,
    Pitch,
    Product,
    Segment,
    Source,
    Value,
)
from livegame.catalog.nights import Fit, Scenario, Script, ThirdStar
from livegame.catalog.packs import Pack
from livegame.catalog.packs_load import with_packs
from livegame.catalog.paths import shipped
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import load_toml, read_rows, structure
from livegame.catalog.rungs import check_rungs, on_rung, rungs_of


class _Named(Protocol):
    @property
    def id(self) -> str: ...


DAYS = "days.toml"  # assumptions of the day scale; an evening's content hash leaves them out
_REFERRED = ("facts", "hosts", "products", "segments", "pitches", "scenarios")
N = TypeVar("N", bound=_Named)
K = TypeVar("K")


@frozen
class Library:
    """Everything in the content folder, by id, and what the user's packs add.

    Attributes:
        packs: the packs that are loaded, by id; their rows stand among the others, except for
            their assumptions, which hold for their own scenarios only.
        refused: why a pack of the data folder is not loaded, by its folder's name.
    """

    folder: Path
    articles: dict[str, Article]
    facts: dict[str, Fact]
    disputes: dict[str, Dispute]
    sources: dict[str, Source]
    measures: dict[str, Measure]
    assumptions: dict[str, Assumption]
    segments: dict[str, Segment]
    pitches: dict[str, Pitch]
    hosts: dict[str, Host]
    products: dict[str, Product]
    scenarios: dict[str, Scenario]
    scripts: dict[str, dict[str, Script]]
    fits: dict[str, Fit]
    third_stars: dict[str, ThirdStar] = field(factory=dict)
    campaigns: dict[str, Campaign] = field(factory=dict)
    day_assumptions: dict[str, Assumption] = field(factory=dict)
    packs: dict[str, Pack] = field(factory=dict)
    refused: dict[str, str] = field(factory=dict)

    def number(self, assumption: str) -> float:
        """The value of an assumption that is one number.

        Raises:
            ContentError: no such assumption, or it is not a number.
        """
        value = self._value(assumption)
        if isinstance(value, int | float):
            return float(value)
        raise ContentError(f"assumption {assumption!r} should be a number, not {value!r}")

    def numbers(self, assumption: str) -> list[float]:
        """The value of an assumption that is a list of numbers.

        Raises:
            ContentError: no such assumption, or it is not a list.
        """
        value = self._value(assumption)
        if isinstance(value, list):
            return value
        raise ContentError(f"assumption {assumption!r} should be a list, not {value!r}")

    def _value(self, assumption: str) -> Value:
        for rows in (self.assumptions, self.day_assumptions):
            if assumption in rows:
                return rows[assumption].value
        raise ContentError(f"no assumption {assumption!r} in {self.folder / 'assumptions'}")

    def scene(self, name: str) -> Scenario | Campaign | None:
        """The night or the campaign of several days of that id; None if there is neither."""
        return self.scenarios.get(name) or self.campaigns.get(name)

    def under(self, scene: Scenario) -> "Library":
        """This library with the assumptions that a scenario makes otherwise."""
        pack = self.pack_of(scene.id)
        if not (scene.assume or pack):
            return self
        usual = self.assumptions | pack.assumptions if pack else self.assumptions
        changed = {
            row.id: evolve(usual[row.id], value=row.value, reason=row.reason, source=row.source)
            for row in scene.assume
        }
        return evolve(self, assumptions=usual | changed)

    def for_days(self, campaign: str) -> "Library":
        """This library with the assumptions of the pack that a campaign comes from, if any."""
        pack = self.pack_of(campaign)
        if pack is None:
            return self
        return evolve(self, day_assumptions=self.day_assumptions | pack.assumptions)

    def pack_of(self, scenario: str) -> Pack | None:
        """The pack that a night or a campaign comes from; None if it is shipped or unknown."""
        packs = self.packs.values()
        return next((p for p in packs if scenario in (*p.scenarios, *p.campaigns)), None)

    def fit_file(self, scenario: str) -> Path:
        """Where the fit of a scenario is kept."""
        pack = self.pack_of(scenario)
        return (pack.folder if pack else self.folder) / "fits" / f"{scenario}.toml"

    def stars_file(self, scenario: str) -> Path:
        """Where the limits of three stars of a night's rooms are kept."""
        return self.fit_file(scenario).parent.parent / "stars" / f"{scenario}.toml"

    def owner(self, table: str, name: str) -> str:
        """Whose row it is: "the game", or "the pack NAME"."""
        for pack in self.packs.values():
            if any(row.id == name for row in pack.values(table)):
                return f"the pack {pack.id}"
        return "the game"

    def goods(self, host: str) -> list[Product]:
        """The goods of a host, in the order of its file."""
        return [p for p in self.products.values() if p.host == host]


def _by_id(rows: Iterable[N], what: str) -> dict[str, N]:
    found: dict[str, N] = {}
    for row in rows:
        if row.id in found:
            raise ContentError(f"{what} {row.id!r} stands twice; give one of them another id")
        found[row.id] = row
    return found


def _folder(folder: Path, table: str, kind: type[K], but: str = "") -> list[K]:
    files = (path for path in sorted(folder.glob("*.toml")) if path.name != but)
    return [row for path in files for row in read_rows(path, table, kind)]


def _rows(folder: Path, name: str, table: str, kind: type[K]) -> list[K]:
    """The rows of a file, then those of all files of the folder of the same name, if any."""
    return [*read_rows(folder / f"{name}.toml", table, kind), *_folder(folder / name, table, kind)]


def _whole(path: Path, kind: type[K]) -> K:
    return structure(load_toml(path), kind, path.name)


def _scripts(folder: Path) -> dict[str, Script]:
    """The scripts of a night by role."""
    found: dict[str, Script] = {}
    for script in _folder(folder, "script", Script):
        if script.role in found:
            raise ContentError(
                f"{folder.name}: the script of {script.role!r} stands twice; keep one of them"
            )
        found[script.role] = script
    return found


def _once(names: Iterable[str], where: str, what: str) -> None:
    known: set[str] = set()
    for name in names:
        if name in known:
            raise ContentError(f"{where}: the {what} {name!r} stands twice; name it once")
        known.add(name)


def _refer(names: Iterable[str], known: dict[str, Any], where: str, what: str) -> None:
    for name in names:
        if name and name not in known:
            raise ContentError(f"{where}: no {what} {name!r}; check the spelling")


def _day_rows(path: Path) -> list[Assumption]:
    return read_rows(path, "assumption", Assumption) if path.exists() else []


def _check(lib: Library) -> None:
    for fact in lib.facts.values():
        _refer([fact.article], lib.articles, f"fact {fact.id}", "article")
    for dispute in lib.disputes.values():
        _refer(dispute.facts, lib.facts, f"dispute {dispute.id}", "fact")
        _refer(dispute.source, lib.sources, f"dispute {dispute.id}", "source")
    for measure in lib.measures.values():
        _refer(measure.facts, lib.facts, f"measure {measure.id}", "fact")
    sourced: list[Assumption | Segment | Pitch] = [
        *lib.assumptions.values(),
        *lib.day_assumptions.values(),
        *lib.segments.values(),
        *lib.pitches.values(),
    ]
    for row in sourced:
        _refer([row.source], lib.sources, row.id, "source")
    for segment in lib.segments.values():
        _refer([segment.hears], lib.segments, segment.id, "segment")
    for host in lib.hosts.values():
        _refer(host.facts, lib.facts, f"host {host.id}", "fact")
    for good in lib.products.values():
        _refer([good.host], lib.hosts, f"product {good.id}", "host")
        _refer([good.price_source], lib.sources, f"product {good.id}", "source")
        _refer(good.facts, lib.facts, f"product {good.id}", "fact")
    for scene in lib.scenarios.values():
        check_scenario(lib, scene)
    for campaign in lib.campaigns.values():
        check_campaign(campaign, {name: getattr(lib, name) for name in _REFERRED})


def check_scenario(lib: Library, scene: Scenario) -> None:
    """Hold one evening against the library.

    Raises:
        ContentError: it refers to something in vain, or its rows do not fit together.
    """
    where = f"scenario {scene.id}"
    _refer(scene.facts, lib.facts, where, "fact")
    _refer(scene.roles, lib.hosts, where, "host")
    _refer(scene.segments, lib.segments, where, "segment")
    _refer(scene.pitches, lib.pitches, where, "pitch")
    _once(scene.roles, where, "role")
    _once(scene.segments, where, "segment")
    _once(scene.pitches, where, "pitch")
    _once((target.id for target in scene.target), where, "target")
    _refer(scene.curves, lib.segments, where, "segment")
    if scene.calls:
        called = {name: name for name in scene.pitches}
        _refer(scene.calls.pitches, called, f"{where} calls", "pitch")
        _once(scene.calls.pitches, f"{where} calls", "pitch")
    check_rungs(scene, lib.pitches)
    check_mechanics(scene, lib.facts, lib.sources)
    for number in range(1, rungs_of(scene) + 1):
        _check_rows(lib, on_rung(scene, number), where)
    firsts = [lib.pitches[name].after for name in scene.pitches]
    _refer(firsts, {name: name for name in scene.pitches}, f"{where} pitch", "pitch to come after")
    sold = [good for role in scene.roles for good in lib.goods(role)]
    if any(good.deposit for good in sold) and scene.closing is None:
        raise ContentError(f"{where}: goods with a deposit need [closing]; say who pays the rest")
    if scene.presale and scene.presale.until >= scene.minutes:
        raise ContentError(f"{where}: the presale lasts longer than the show; end it earlier")
    for target in scene.target:
        _refer([target.fact, target.base], lib.facts, f"{where} target {target.id}", "fact")
        _refer([target.source], lib.sources, f"{where} target {target.id}", "source")
        if not (target.fact or (target.source and target.value)):
            raise ContentError(
                f"{where} target {target.id}: name a fact, or a source and its value"
            )
        _refer(target.products, lib.products, f"{where} target {target.id}", "product")
    scripts = lib.scripts.get(scene.id, {})
    _refer(scene.roles, scripts, where, "script for role")
    for script in scripts.values():
        at = f"{where} script of {script.role}"
        _refer([*script.open, *script.lots], lib.products, at, "product")
        for cue in script.cues:
            _refer([cue.pitch], lib.pitches, at, "pitch")
            goods = [cue.product, *cue.shut, *cue.open, *cue.release, *cue.price]
            _refer(goods, lib.products, at, "product")


def _check_rows(lib: Library, scene: Scenario, where: str) -> None:
    """The rows that a rung may change: assumptions, incidents, couriers."""
    _refer((row.id for row in scene.assume), lib.assumptions, where, "assumption")
    _refer((row.source for row in scene.assume), lib.sources, where, "source")
    for incident in scene.incident:
        at = f"{where} incident {incident.id}"
        _refer([incident.fact], lib.facts, at, "fact")
        _refer(incident.roles, lib.hosts, at, "host")
        _refer(incident.eased, lib.pitches, at, "pitch")
        if incident.latest < incident.earliest:
            raise ContentError(f"{at}: latest is before earliest; swap them")
    _by_id(scene.incident, f"{where}: incident")
    for courier in scene.courier:
        _refer(courier.roles, lib.hosts, f"{where} courier {courier.id}", "host")
    _by_id(scene.courier, f"{where}: courier")


def read_library(folder: Path) -> Library:
    """Read and cross-check a content folder.

    Raises:
        ContentError: anything missing, malformed, unknown or referred to in vain.
    """
    files = sorted((folder / "scenarios").glob("*.toml"))
    days = [path for path in files if is_campaign(path)]
    nights = [_whole(path, Scenario) for path in files if path not in days]
    nights.sort(key=lambda scene: (scene.place, scene.date, scene.id))
    scenes = _by_id(nights, "scenario")
    scripts = {name: _scripts(folder / "scripts" / name) for name in scenes}
    fits = [_whole(path, Fit) for path in sorted((folder / "fits").glob("*.toml"))]
    stars = [_whole(path, ThirdStar) for path in sorted((folder / "stars").glob("*.toml"))]
    lib = Library(
        folder=folder,
        articles=_by_id(read_rows(folder / "articles.toml", "article", Article), "article"),
        facts=_by_id(_folder(folder / "facts", "fact", Fact), "fact"),
        disputes=_by_id(read_rows(folder / "disputes.toml", "dispute", Dispute), "dispute"),
        sources=_by_id(read_rows(folder / "sources.toml", "source", Source), "source"),
        measures=_by_id(read_rows(folder / "measures.toml", "measure", Measure), "measure"),
        assumptions=_by_id(
            _folder(folder / "assumptions", "assumption", Assumption, but=DAYS), "assumption"
        ),
        segments=_by_id(_rows(folder, "segments", "segment", Segment), "segment"),
        pitches=_by_id(_rows(folder, "pitches", "pitch", Pitch), "pitch"),
        hosts=_by_id(_rows(folder, "hosts", "host", Host), "host"),
        products=_by_id(_folder(folder / "products", "product", Product), "product"),
        scenarios=scenes,
        scripts=scripts,
        fits={fit.scenario: fit for fit in fits},
        third_stars={row.scenario: row for row in stars},
        campaigns=_by_id((read_campaign(path, folder) for path in days), "campaign"),
        day_assumptions=_by_id(_day_rows(folder / "assumptions" / DAYS), "assumption"),
    )
    _check(lib)
    return lib


def read_lines(folder: Path, language: str) -> list[Line]:
    """The chat lines of a language.

    Raises:
        ContentError: the file is missing or malformed.
    """
    return _rows(folder / "chat", language, "line", Line)


@lru_cache(maxsize=1)
def library() -> Library:
    """The library that came with the game and the user's packs, read once.

    Raises:
        ContentError: the shipped content is damaged, or a pack that was asked for by name is.
    """
    try:
        return with_packs(read_library(shipped("content")))
    except FileNotFoundError as error:
        raise ContentError(str(error)) from None
