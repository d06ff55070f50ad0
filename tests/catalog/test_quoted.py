"""Recorded figures and titles, read out: no commas in years, units behind their figures."""

import pytest

from livegame.catalog.library import Library, library
from livegame.catalog.quoted import figure, headline, quantity, unit


@pytest.fixture
def lib() -> Library:
    return library()


def test_a_year_has_no_comma(lib: Library) -> None:
    assert quantity(lib.facts["radii_618_since"]) == "2010"


def test_a_lower_limit_stands_before_its_figure(lib: Library) -> None:
    found = lib.facts["aw_streams"]
    assert quantity(found) == "more than 300,000 livestreams"
    assert (figure(found), unit(found)) == ("more than 300,000", "livestreams")


def test_every_fact_reads_well(lib: Library) -> None:
    for fact in lib.facts.values():
        told = quantity(fact)
        assert ", more than" not in told, fact.id
        assert not told.endswith(" text"), fact.id
        if isinstance(fact.value, int):
            assert told[0].isdigit() or told.startswith("more than "), told


def test_a_description_is_not_printed_as_a_headline(lib: Library) -> None:
    told = headline(lib.articles["radii-2020"])
    assert "[" not in told
    assert '"' not in told
    assert "diplomats sell by livestream at 618" in told
    assert headline(lib.articles["globaltimes-2020"]).startswith('"Diplomats from 16')
