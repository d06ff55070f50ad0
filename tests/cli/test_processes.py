"""What only shows between processes: pipes, start-up, what is imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCENARIO = "618-2020-diplomats"
BRIEFLY = """
import sys
from attrs import evolve
from livegame.plain import evening
from livegame.runs import beginning
brief = evolve(beginning.world_of("618-2020-diplomats"), ticks=60)
evening.world_of = beginning.world_of = lambda name, rung=1: brief
from livegame.cli import main
sys.exit(main())
"""  # the game, but its nights are over after ten minutes


def livegame(
    *words: str, text: str = "", home: Path, briefly: bool = False, **more: str
) -> subprocess.CompletedProcess[str]:
    code = ("-c", BRIEFLY) if briefly else ("-m", "livegame")
    env = {**os.environ, "LIVEGAME_HOME": str(home), **more}
    return subprocess.run(
        [sys.executable, *code, *words],
        input=text,
        capture_output=True,
        text=True,
        env=env,
        timeout=120,
        check=False,
    )


def imported(code: str) -> set[str]:
    text = f"import sys\n{code}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_show_in_a_pipe(home: Path) -> None:
    done = livegame("play", SCENARIO, "--plain", "--role", "peru", text="1\n1\n", home=home)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Your show is kept in" in done.stdout
    (path,) = (home / "runs").iterdir()
    done = livegame("play", "--plain", "--resume", text="3\n" * 60, home=home, briefly=True)
    assert done.returncode == 0
    assert "1st of 1 on your board" in done.stdout
    done = livegame("verify", str(path), home=home, briefly=True)
    assert done.returncode == 0
    assert done.stdout.startswith("ok")


def test_a_reader_that_goes_away(home: Path) -> None:
    env = {**os.environ, "LIVEGAME_HOME": str(home)}
    command = f"{sys.executable} -m livegame assumptions | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=env, check=False)
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


def test_a_terminal_that_knows_only_ascii(home: Path) -> None:
    done = livegame("facts", home=home, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stderr == ""


def test_input_that_is_no_text(home: Path) -> None:
    env = {**os.environ, "LIVEGAME_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", "livegame", "play", "--plain", "--role", "peru"],
        input=b"\xff\xfe\x00\n1\n\x80\n",
        capture_output=True,
        env=env,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == b""


def test_no_terminal_is_said_quickly_and_without_the_engine(home: Path) -> None:
    done = livegame(home=home)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "--plain" in done.stderr
    code = "from livegame.cli import main\nmain(['play'])"
    heavy = {"numpy", "cattrs", "textual", "rich", "sqlite3"}
    assert not imported(code) & heavy
    assert not imported("import livegame.runs.store, livegame.runs.runfile") & heavy


@pytest.mark.parametrize("module", ["livegame.plain.evening", "livegame.runs.board"])
def test_below_the_studio_nobody_imports_textual_or_rich(module: str) -> None:
    assert not imported(f"import {module}") & {"textual", "rich"}
