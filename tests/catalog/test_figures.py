"""No scenario states a recorded figure without its fact: every number in every text, in digits or
in words, is held to a fact's id, or content/figures says what else it is.

An incident's cause speaks of odds and is held to its odds, a trophy's words to its thresholds. A
reason explains an assumption and its numbers are assumed with it, unless they repeat the record.
"""

import re
import tomllib
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

from livegame.catalog.campaigns import Campaign
from livegame.catalog.library import Library, library
from livegame.catalog.nights import Scenario
from tests.catalog.figures import numbers_in, worth
from tests.catalog.told import causes_of, facts_of, incidents_of, reasons_of, spoken, texts_of
from tests.few import few

SCENES = [*library().scenarios, *library().campaigns]
SPEAKING = 12  # from here on a number of a scenario that equals a recorded one is no accident
IN_REASONS = 100  # among so many prices and grams it is one below this
HOW: dict[str, Any] = {
    "": lambda said, value: said == value,
    "about": lambda said, value: abs(said - value) <= value / 50,
    "more than": lambda said, value: said <= value < said * 5 / 4,
    "order": lambda said, value: said <= value < said * 10,
    "less one": lambda said, value: said == value - 1,
}
KINDS = ("clock", "own")


@frozen
class Said:
    """A number that content/figures accounts for: by a fact, an assumption, a source, or as what
    the clock says or a quantity of the game's own."""

    at: str
    says: str
    kind: str
    id: str = ""
    how: str = ""


def read_figures(folder: Path) -> list[Said]:
    """All rows of content/figures."""
    found: list[Said] = []
    for path in sorted((folder / "figures").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for kind, key in (("recorded", "fact"), ("assumed", "id"), ("outside", "source")):
            for row in data.pop(kind, []):
                found.append(Said(row["at"], row["says"], kind, row[key], row.get("how", "")))
        for kind in KINDS:
            for at, phrases in data.pop(kind, {}).items():
                found += [Said(at, says, kind) for says in phrases]
        assert not data, f"{path.name}: {sorted(data)[0]!r} is no kind of figure"
    return found


FIGURES = read_figures(library().folder)


def spans(says: str, text: str) -> list[tuple[int, int]]:
    """Where a text says it, as whole words."""
    rim = rf"(?<![\w,.-]){re.escape(says)}(?![\w]|-\w|,\d)"
    return [found.span() for found in re.finditer(rim, text)]


def unaccounted(texts: Iterable[tuple[str, str]], figures: list[Said] = FIGURES) -> list[str]:
    """The numbers of texts that no row accounts for, with their places."""
    found = []
    for place, text in texts:
        rows = [row for row in figures if row.at == place]
        known = [span for row in rows for span in spans(row.says, text)]
        for first, end in numbers_in(text):
            if not any(a <= first and end <= b for a, b in known):
                found.append(f"{place}: {text[first:end]!r} in {text[:60]!r}")
    return found


def recorded_in(lib: Library, facts: Iterable[str]) -> dict[Fraction, str]:
    """The recorded numbers among facts, by value."""
    rows = (lib.facts[name] for name in facts)
    return {Fraction(row.value): row.id for row in rows if isinstance(row.value, int | float)}


@pytest.fixture(scope="module")
def lib() -> Library:
    return library()


@pytest.fixture(params=SCENES)
def scene(request: pytest.FixtureRequest, lib: Library) -> Scenario | Campaign:
    found = lib.scene(request.param)
    assert found is not None
    return found


# ------------------------------------------------------------------------------ the rules


def test_every_number_in_a_text_is_accounted_for(lib: Library, scene: Scenario | Campaign) -> None:
    assert unaccounted(texts_of(lib, scene)) == []


def test_a_recorded_figure_is_what_its_fact_says(lib: Library) -> None:
    for row in FIGURES:
        if row.kind == "recorded":
            value = lib.facts[row.id].value
            assert isinstance(value, int | float), row
            assert HOW[row.how](worth(row.says), Fraction(value)), row


def test_a_figures_fact_is_cited_where_it_is_said(lib: Library) -> None:
    """By the scenario, or by every scenario that uses the host, good, pitch or segment."""
    used: dict[str, list[set[str]]] = {}
    for name in SCENES:
        one = lib.scene(name)
        assert one is not None
        for place, _ in spoken(lib, one):
            used.setdefault(place, []).append(facts_of(lib, one))
    for row in FIGURES:
        if row.kind == "recorded":
            assert row.at in used, row
            assert all(row.id in facts for facts in used[row.at]), row


def test_no_recorded_figure_hides_among_the_games_own(lib: Library) -> None:
    for name in SCENES:
        one = lib.scene(name)
        assert one is not None
        record = recorded_in(lib, facts_of(lib, one))
        places = {place for place, _ in spoken(lib, one) if place.startswith(name)}
        for row in FIGURES:
            value = worth(row.says)
            if row.kind in KINDS and row.at in places and value >= SPEAKING:
                assert value not in record, f"{row}: name the fact {record[value]}"


def test_rows_of_other_kinds_name_what_there_is(lib: Library) -> None:
    for row in FIGURES:
        if row.kind == "outside":
            assert row.id in lib.sources, row
        if row.kind == "assumed":
            assert _assumed(lib, row.at.split("/")[0], row.id), row


def _assumed(lib: Library, scene: str, name: str) -> bool:
    """Whether it is an assumption's id, or a key of one of the scenario's own assumed rows."""
    one: Any = lib.scene(scene)
    if name in lib.assumptions or name in lib.day_assumptions:
        return True
    part, _, key = name.partition(".")
    row = getattr(one, part, None)
    if isinstance(row, list):
        which, _, key = key.partition(".")
        row = next((each for each in row if each.id == which), None)
    return getattr(row, key, None) is not None


def test_no_row_accounts_for_what_nobody_says(lib: Library) -> None:
    scenes = [one for one in map(lib.scene, SCENES) if one]
    texts: dict[str, list[str]] = {}
    for place, text in {row for one in scenes for row in spoken(lib, one)}:
        texts.setdefault(place, []).append(text)
    for row in FIGURES:
        assert any(spans(row.says, text) for text in texts.get(row.at, [])), row


# -------------------------------------------------------------------- odds, thresholds, reasons

ODDS = re.compile(r"\b([a-z]+)(?: [a-z]+)? in ([a-z]+)\b", re.IGNORECASE)
NEAR = 50  # per mille


def odds_told(cause: str) -> tuple[int, str] | None:
    """The odds that a cause tells, per mille, and the cause without them; None for none."""
    for found in ODDS.finditer(cause):
        try:
            share = _count(found[1]) / _count(found[2])
        except ValueError:
            continue
        return round(1000 * share), cause[: found.start()] + cause[found.end() :]
    if found := re.search(r"every (third)\b", cause):
        return 333, cause[: found.start()] + cause[found.end() :]
    return None


def _count(word: str) -> Fraction:
    return Fraction(1) if word.lower() == "one" else worth(word)


def test_a_cause_tells_the_odds_that_hold(lib: Library) -> None:
    wrong, left = [], []
    for name in lib.scenarios:
        for row, cause in causes_of(lib.scenarios[name]):
            told = odds_told(cause)
            if told and abs(told[0] - row.odds) > NEAR:
                wrong.append(f"{name}: {row.id}: {row.odds}: {cause}")
            left.append((f"{name}/cause/{row.id}", told[1] if told else cause))
    assert wrong == []
    assert unaccounted(left) == []


def test_a_trophys_words_tell_its_thresholds(lib: Library) -> None:
    wrong = []
    for name in SCENES:
        one = lib.scene(name)
        assert one is not None
        for cup in one.trophy:
            asked = [*cup.least.values(), *cup.most.values()]
            whole = {Fraction(1000)} if any(0 < n < 1000 for n in asked) else set()
            fine = {Fraction(n) for n in asked} | {Fraction(n, 100) for n in asked} | whole
            place = f"{name}/trophy/{cup.id}/what"
            for first, end in numbers_in(cup.what):
                said = cup.what[first:end]
                ok = worth(said) in fine or _ratio(cup.what[first:]) in asked
                known = any(row.at == place and said in row.says for row in FIGURES)
                if not (ok or known or _ends_ratio(cup.what, first, asked)):
                    wrong.append(f"{place}: {said}")
    assert wrong == []


RATIO = re.compile(r"([\w,]+) (?:of|in) ([\w,]+)")


def _ratio(words: str) -> int:
    """Per mille of "12 in 100" at the start of some words; -1 for none."""
    found = RATIO.match(words)
    try:
        return int(1000 * worth(found[1]) / worth(found[2])) if found else -1
    except ValueError:
        return -1


def _ends_ratio(text: str, first: int, asked: list[int]) -> bool:
    """Whether the number that begins there is the whole of a ratio that is asked for."""
    return any(
        found.start(2) == first and _ratio(found.group()) in asked for found in RATIO.finditer(text)
    )


VAGUE = re.compile("(hundred|thousand|million|billion)s", re.IGNORECASE)


def test_reasons_do_not_repeat_the_record(lib: Library, scene: Scenario | Campaign) -> None:
    record = recorded_in(lib, facts_of(lib, scene))
    for place, text in reasons_of(lib, scene):
        for first, end in numbers_in(text):
            value = worth(text[first:end])
            if VAGUE.fullmatch(text[first:end]) or value < IN_REASONS or value not in record:
                continue
            row = [one for one in FIGURES if one.at == place and spans(one.says, text)]
            assert row or record[value] in text, f"{place}: {text}: name {record[value]}"


def test_facts_that_rows_rest_on_are_among_the_scenarios(lib: Library) -> None:
    for name in lib.scenarios:
        for row in incidents_of(lib.scenarios[name]):
            assert not row.fact or row.fact in lib.scenarios[name].facts, f"{name}: {row.id}"


# ------------------------------------------------------------------------ numbers that are data

NAMES = ("fact", "facts", "base", "id", "date", "starts", "reason", "cost", "fee")  # fen are none
SMALLEST = 100


def data_in(value: object) -> list[float]:
    """All numbers of a parsed file that are no text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return [float(value)]
    if isinstance(value, dict):
        value = [one for key, one in value.items() if key not in NAMES]
    return [n for one in value for n in data_in(one)] if isinstance(value, list) else []


CERTAIN = 1000  # per mille


@pytest.mark.parametrize("name", SCENES)
def test_files_name_recorded_figures_by_fact_and_never_repeat_them(lib: Library, name: str) -> None:
    one = lib.scene(name)
    assert one is not None
    own = {worth(row.says) for row in FIGURES if row.kind == "assumed" and row.at.startswith(name)}
    facts = recorded_in(lib, facts_of(lib, one))
    record = {float(n) for n in facts if n >= SMALLEST and n not in own and n != CERTAIN}
    paths = [lib.folder / "scenarios" / f"{name}.toml"]
    for path in [*paths, *sorted((lib.folder / "campaigns" / name).glob("*.toml"))]:
        data = data_in(tomllib.loads(path.read_text(encoding="utf-8")))
        assert set(data) & record == set(), path.name


def test_the_search_for_data_finds_it() -> None:
    assert data_in({"a": [{"packs": 27, "fact": 3}, "4", True], "id": 5}) == [27.0]


# ----------------------------------------------------------------------------- the test tested


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("half a million", 500_000),
        ("twenty-seven shops", 27),
        ("a quarter of a million", 250_000),
        ("more than two billion", 2_000_000_000),
        ("five hundred and ninety", 590),
        ("583,000 a second", 583_000),
        ("hundreds of thousands", 100_000),
        ("tenfold", 10),
        ("RMB100 million", 100_000_000),
    ],
)
def test_numbers_in_words_are_understood(words: str, value: int) -> None:
    assert len(numbers_in(words)) == 1
    assert worth(words) == value


@pytest.mark.parametrize("name", few(SCENES, 4))
@pytest.mark.parametrize(
    "words", ["They sold 4,711 towels.", "Half a million came.", "In 41 towns."]
)
def test_a_figure_that_nobody_recorded_is_found(lib: Library, name: str, words: str) -> None:
    one: Any = lib.scene(name)
    before = unaccounted(texts_of(lib, one))
    for key in ("intro", "ending"):
        invented = evolve(one, **{key: f"{getattr(one, key)} {words}"})
        assert len(unaccounted(texts_of(lib, invented))) == len(before) + 1


def test_a_recorded_figure_may_not_be_changed(lib: Library) -> None:
    one = lib.scenarios["1111-2009"]
    more = evolve(one, intro=one.intro.replace("twenty-seven", "twenty-eight"))
    assert unaccounted(texts_of(lib, more)) != []
    row = Said("x", "twenty-eight shops", "recorded", "vns_2009")
    assert not HOW[row.how](worth(row.says), Fraction(str(lib.facts[row.id].value)))
