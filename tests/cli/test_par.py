"""livegame par: what a night without a record is measured by."""

import json
import tomllib
from collections.abc import Callable

import pytest

from livegame.catalog.library import library

NIGHT = "tiktok-2020-what-if"
Call = Callable[..., tuple[int, str, str]]


def test_it_plays_every_role_and_prints_a_fit_that_says_how(call: Call) -> None:
    code, out, _ = call("par", NIGHT, "--bot", "history", "--seeds", "2")
    assert code == 0
    fit = tomllib.loads(out)
    assert set(fit["par"]) == set(library().scenarios[NIGHT].roles)
    assert min(fit["par"].values()) > 1
    assert "bot 'history' over 2 nights" in fit["how"]
    assert fit["seeds"] == "1000:1002"
    assert fit["appeal"] == {}


@pytest.mark.slow
def test_the_same_call_gives_the_same_par_and_json_the_same_as_text(call: Call) -> None:
    words = ("par", NIGHT, "--bot", "history", "--seeds", "1")
    first, again = call(*words)[1], call(*words)[1]
    assert first == again
    told = json.loads(call(*words, "--json")[1])
    assert told["par"] == tomllib.loads(first)["par"]


def test_a_recorded_night_is_calibrated_instead(call: Call) -> None:
    code, _, err = call("par", "618-2020-diplomats")
    assert code == 2
    assert "livegame calibrate" in err


def test_unknown_nights_and_bots_are_named(call: Call) -> None:
    code, _, err = call("par", "tiktok-2020-whatif")
    assert code == 2
    assert NIGHT in err
    code, _, err = call("par", NIGHT, "--bot", "grady")
    assert code == 2
    assert "greedy" in err
