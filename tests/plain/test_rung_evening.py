"""Rungs line by line: offered once they are open, said with their rule, blind where they are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.actions import Beat
from livegame.plain import evening as evening_module
from livegame.plain.ahead import ahead_lines
from livegame.plain.bands import bands
from livegame.plain.frontpage import front_page
from livegame.runs.codes import code_of
from livegame.runs.problems import RunError
from livegame.runs.rows import Row
from livegame.runs.rungs import rung_of
from livegame.runs.session import Session
from livegame.runs.store import peek, run_files

SCENARIO = "618-2020-diplomats"
SCENE = library().scenarios[SCENARIO]
BLIND = next(n for n, rung in enumerate(SCENE.rung, 1) if rung.limits.blind)
Play = Callable[..., str]


def best(stars: int) -> Row:
    numbers = dict.fromkeys(("points", "service", "trust", "rank", "settled", "seed", "rules"), 1)
    texts = dict.fromkeys(("file", "player", "finished_at", "why"), "")
    words = {"scenario": SCENARIO, "role": "peru", "mode": "free"}
    return Row(**words, **numbers, **texts, stars=stars, verified=True)  # type: ignore[arg-type]


def header_of(folder: Path) -> object:
    return next(peek(path)[0] for path in run_files(folder))


def test_a_newcomer_is_not_asked_and_told_of_the_first_rung(play: Play, tmp_path: Path) -> None:
    said = play("", "q")
    assert t("rungs.which") not in said
    assert SCENE.rung[0].name in said
    assert rung_of(header_of(tmp_path)) == 1  # type: ignore[arg-type]


def test_open_rungs_are_offered_and_the_header_keeps_the_choice(
    play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evening_module, "_own_rows", lambda scenario: [best(3)])
    said = play("2", "", "q")
    assert t("rungs.which") in said
    assert SCENE.rung[2].name not in said
    assert " ".join(SCENE.rung[1].what.split()[:4]) in said
    assert rung_of(header_of(tmp_path)) == 2  # type: ignore[arg-type]


def test_a_shut_rung_says_what_it_takes_and_a_code_is_a_way_in(play: Play, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="opens with one star on rung 1"):
        play(rung=2)
    play("", "q", rung=2, invited=True)
    assert rung_of(header_of(tmp_path)) == 2  # type: ignore[arg-type]
    assert code_of(SCENARIO, "thailand", 4, rung=2) != code_of(SCENARIO, "thailand", 4)


def test_on_a_blind_rung_neither_odds_nor_forecasts_are_told(tmp_path: Path) -> None:
    told, seen = {}, {}
    for rung in (1, BLIND):
        session = Session.start(SCENARIO, "thailand", seed=3, folder=tmp_path, rung=rung)
        told[rung] = "\n".join(ahead_lines(session))
        seen[rung] = bands(session, [Beat("breathe")])
        session.close()
    assert SCENE.incident[0].title in told[1]
    assert SCENE.incident[0].title not in told[BLIND]
    assert t("rungs.blind") in told[BLIND]
    assert seen[1]
    assert not seen[BLIND]


def test_the_front_page_tells_rung_trophies_and_what_opens(tmp_path: Path) -> None:
    session = Session.start(SCENARIO, "thailand", seed=3, folder=tmp_path)
    while not session.finished:
        if session.view.idle:
            session.decide(Beat("breathe"))
        session.advance()
    said = "\n".join(front_page(session))
    assert t("rungs.on", number=1, most=len(SCENE.rung), name=SCENE.rung[0].name, what="") in said
    for cup in SCENE.trophy:
        assert cup.what in said
    session._result = evolve(session.result, stars=3)
    opened = t("rungs.opens", name=SCENE.rung[1].name, what=SCENE.rung[1].what)
    assert opened in "\n".join(front_page(session))
    session.close()
