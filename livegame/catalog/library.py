"""The whole content folder, read once and cross-checked."""

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from attrs import evolve, field, frozen

from livegame.catalog.campaigns import Campaign, is_campaign, read_campaign
from livegame.catalog.library_check import check_library
from livegame.catalog.manners import held_here
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
from livegame.catalog.nights import Scenario
from livegame.catalog.packs import Pack
from livegame.catalog.packs_load import with_packs
from livegame.catalog.paths import shipped
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import by_id, load_toml, read_rows, structure
from livegame.catalog.running import Script
from livegame.catalog.solved import Fit, ThirdStar

DAYS = "days.toml"  # assumptions of the day scale; an evening's content hash leaves them out
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
        """This library with the assumptions that a scenario makes otherwise, and pitches as it
        holds them."""
        pack = self.pack_of(scene.id)
        if not (scene.assume or scene.manner or pack):
            return self
        usual = self.assumptions | pack.assumptions if pack else self.assumptions
        changed = {
            row.id: evolve(usual[row.id], value=row.value, reason=row.reason, source=row.source)
            for row in scene.assume
        }
        pitches = held_here(self.pitches, scene.manner)
        return evolve(self, assumptions=usual | changed, pitches=pitches)

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


def _day_rows(path: Path) -> list[Assumption]:
    return read_rows(path, "assumption", Assumption) if path.exists() else []


def read_library(folder: Path) -> Library:
    """Read and cross-check a content folder.

    Raises:
        ContentError: anything missing, malformed, unknown or referred to in vain.
    """
    files = sorted((folder / "scenarios").glob("*.toml"))
    days = [path for path in files if is_campaign(path)]
    nights = [_whole(path, Scenario) for path in files if path not in days]
    nights.sort(key=lambda scene: (scene.place, scene.date, scene.id))
    scenes = by_id(nights, "scenario")
    scripts = {name: _scripts(folder / "scripts" / name) for name in scenes}
    fits = [_whole(path, Fit) for path in sorted((folder / "fits").glob("*.toml"))]
    stars = [_whole(path, ThirdStar) for path in sorted((folder / "stars").glob("*.toml"))]
    lib = Library(
        folder=folder,
        articles=by_id(read_rows(folder / "articles.toml", "article", Article), "article"),
        facts=by_id(_folder(folder / "facts", "fact", Fact), "fact"),
        disputes=by_id(read_rows(folder / "disputes.toml", "dispute", Dispute), "dispute"),
        sources=by_id(read_rows(folder / "sources.toml", "source", Source), "source"),
        measures=by_id(read_rows(folder / "measures.toml", "measure", Measure), "measure"),
        assumptions=by_id(
            _folder(folder / "assumptions", "assumption", Assumption, but=DAYS), "assumption"
        ),
        segments=by_id(_rows(folder, "segments", "segment", Segment), "segment"),
        pitches=by_id(_rows(folder, "pitches", "pitch", Pitch), "pitch"),
        hosts=by_id(_rows(folder, "hosts", "host", Host), "host"),
        products=by_id(_folder(folder / "products", "product", Product), "product"),
        scenarios=scenes,
        scripts=scripts,
        fits={fit.scenario: fit for fit in fits},
        third_stars={row.scenario: row for row in stars},
        campaigns=by_id((read_campaign(path, folder) for path in days), "campaign"),
        day_assumptions=by_id(_day_rows(folder / "assumptions" / DAYS), "assumption"),
    )
    check_library(lib)
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
