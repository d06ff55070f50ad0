"""Evenings on a short night, with answers from a list and everything said kept."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import evolve

from livegame.engine.world import World
from livegame.plain import evening as evening_module
from livegame.plain.console import Console
from livegame.plain.evening import Wish, evening
from livegame.runs import beginning as beginning_module
from livegame.runs.worlds import world_of

SCENARIO = "618-2020-diplomats"
TICKS = 30


@pytest.fixture(scope="session")
def short_world() -> World:
    return evolve(world_of(SCENARIO), ticks=TICKS)


@pytest.fixture(autouse=True)
def short_nights(
    short_world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[None]:
    def found(name: str, rung: int = 1) -> World:
        short = name == SCENARIO and rung == 1
        return short_world if short else world_of(name, rung)

    monkeypatch.setattr(beginning_module, "world_of", found)
    monkeypatch.setattr(evening_module, "world_of", found)
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path))
    return


@pytest.fixture
def play() -> Callable[..., str]:
    """Play an evening with these answers; returns everything that was said."""

    def played(*answers: str, wish: Wish | None = None, **wishes: object) -> str:
        out = io.StringIO()
        source = io.StringIO("".join(f"{answer}\n" for answer in answers))
        asked = wish or Wish(scenario=SCENARIO, role="thailand", seed=4, **wishes)  # type: ignore[arg-type]
        evening(Console(source, out), asked)
        return out.getvalue()

    return played
