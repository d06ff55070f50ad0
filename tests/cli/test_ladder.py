"""livegame ladder and tune, from the command line; and the page on writing one's own bot."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

import livegame.bots
from livegame.bots import games, tuning
from livegame.bots.expert import style
from livegame.bots.gates import setting
from livegame.bots.gates.gate import Measured
from livegame.commands.depth import night_row, put_row
from livegame.engine.world import World
from livegame.runs.problems import RunError

Call = Callable[..., tuple[int, str, str]]
PAGE = Path(livegame.bots.__file__).parent / "README.md"
TWO = ("--seeds", "10000:10002")


@pytest.fixture
def short_nights(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nights of ten minutes, in processes forked from this one too."""
    short = evolve(world, ticks=60)
    for module in (games, setting, tuning):
        monkeypatch.setattr(module, "shipped_world", lambda scenario: short)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page's example, in a file of its own, as a reader would keep it."""
    blocks: list[str] = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    assert len(blocks) == 1
    assert len(blocks[0].splitlines()) <= 32
    file = tmp_path_factory.mktemp("own") / "patient.py"
    file.write_text(blocks[0], encoding="utf-8")
    return f"{file}:Patient"


@pytest.mark.slow
def test_the_pages_example_climbs_the_ladder(call: Call, own: str) -> None:
    seeds = ("--seeds", "10000:10006")
    code, out, err = call("ladder", *seeds, "--bots", "random,greedy", "--bot", own, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    means = {row["bot"]: row["mean"]["mean"] for row in found["rows"]}
    assert set(means) == {"random", "greedy", "Patient"}
    assert means["Patient"] > means["random"]
    assert found["seeds"] == list(range(10000, 10006))


@pytest.mark.usefixtures("short_nights")
def test_the_pages_example_plays_in_other_processes_too(call: Call, own: str) -> None:
    alone = call("ladder", *TWO, "--bots", "random", "--bot", own, "--json")
    assert call("ladder", *TWO, "--bots", "random", "--bot", own, "--json", "--jobs", "2") == alone


def test_the_pages_example_keeps_run_files_that_verify(
    call: Call, own: str, tmp_path: Path
) -> None:
    folder = str(tmp_path / "runs")
    scene = "618-2020-diplomats"
    code, _, _ = call("bot", own, scene, "--role", "peru", "--seeds", "4", "--save", folder)
    assert code == 0
    assert call("verify", folder)[0] == 0


def test_the_page_names_every_bot() -> None:
    from livegame.bots.players import BOTS

    text = PAGE.read_text(encoding="utf-8")
    assert all(f"`{name}`" in text for name in BOTS)


def test_the_ladder_is_a_table_for_people(call: Call) -> None:
    code, out, _ = call("ladder", *TWO, "--bots", "random,history", "--role", "peru")
    assert code == 0
    rows = [line for line in out.splitlines() if line.startswith(("history", "random"))]
    assert [row.split()[0] for row in rows] == ["history", "random"]
    assert max(map(len, out.splitlines()[:4])) <= 80


@pytest.mark.usefixtures("short_nights")
def test_gates_give_figures_ranges_and_verdicts(call: Call) -> None:
    field = "random,greedy,history,expert"
    code, out, _ = call(
        "ladder", "--gates", "--only", "order,luck", "--bots", field, *TWO, "--json"
    )
    rows = json.loads(out)["gates"]
    assert {row["gate"] for row in rows} == {
        "step", "history-between", "expert-random", "greedy-share", "single-wins",
    }  # fmt: skip
    for row in rows:
        inside = row["figure"] is not None and (
            (row["low"] is None or row["figure"] >= row["low"])
            and (row["high"] is None or row["figure"] <= row["high"])
        )
        assert row["holds"] is (None if row["figure"] is None else inside)
    assert code == int(any(row["holds"] is False for row in rows))


@pytest.mark.usefixtures("short_nights")
def test_the_report_goes_between_the_marks_of_a_page(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- depth: begin -->\nold\n<!-- depth: end -->\nafter\n")
    asked = ["--only", "order", "--bots", "random,greedy,history,expert", "--report", str(page)]
    for _ in range(2):
        call("ladder", "--gates", *asked, *TWO)
        text = page.read_text(encoding="utf-8")
        assert text.startswith("before\n<!-- depth: begin -->\n\n| what |")
        assert text.endswith("<!-- depth: end -->\nafter\n")
        assert "old" not in text
        assert f"--seeds 10000:10002 --only order --report {page}" in text
    assert len([line for line in text.splitlines() if line.startswith("| The expert's")]) == 1


@pytest.mark.usefixtures("short_nights")
@pytest.mark.parametrize("text", [None, "no marks", "<!-- depth: end --><!-- depth: begin -->"])
def test_a_page_without_a_place_is_left_alone(call: Call, tmp_path: Path, text: str | None) -> None:
    page = tmp_path / "page.md"
    if text is not None:
        page.write_text(text)
    asked = ["--only", "order", "--bots", "random,greedy,expert", "--report", str(page)]
    code, out, err = call("ladder", "--gates", *asked, "--seeds", "10000")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert text is None or page.read_text() == text


def test_another_night_is_a_row_of_its_own(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- nights: begin -->\n<!-- nights: end -->\nafter\n")
    found = [
        Measured("verb-loss", "taste", 0.04, 50),
        Measured("verb-loss", "guest", -0.01, 50),
        Measured("verb-loss", "cut", 0.02, 50),
        Measured("greedy-share", "a", 0.5, 50),
        Measured("single-wins", "planner-greedy", 1.0, 50),
        Measured("script-order", "other", None, 0, "too few"),
    ]
    for scenario in ("one-night", "two-nights", "one-night"):
        put_row(page, night_row(scenario, "room", 50, found))
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line[:3] == "| `"]
    assert [row.split("|")[1].strip() for row in rows] == ["`one-night`", "`two-nights`"]
    assert "| room | 50 | 2 of 5 |" in rows[0]
    assert "verb-loss: 2 of 3, guest -1.0 %; single-wins: planner-greedy 100.0 %" in rows[0]
    assert "script-order" not in rows[0]
    put_row(page, night_row("two-nights", "room", 50, found[3:4]))
    text = page.read_text(encoding="utf-8")
    assert text.count("| `two-nights` | room | 50 | 1 of 1 |  |") == 1
    assert text.startswith("before\n<!-- nights: begin -->")
    assert text.endswith("<!-- nights: end -->\nafter\n")
    page.write_text("none")
    with pytest.raises(RunError, match="nights: begin"):
        put_row(page, rows[0])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--bots", "oracle"], "oracle"),
        (["--bot", "gone.py:Mine"], "gone.py"),
        (["--role", "tailand"], "thailand"),
        (["618-2021"], "618-2020-diplomats"),
        (["--gates", "--only", "beauty"], "beauty"),
        (["--gates", "--bots", "random"], "expert"),
        (["--seeds", "9:3"], "9:3"),
    ],
)
def test_wrong_use_is_answered_in_one_line(call: Call, words: list[str], says: str) -> None:
    code, out, err = call("ladder", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


def test_seeds_that_something_was_fitted_on_are_refused(call: Call) -> None:
    from livegame.bots.ladder import spent_seeds

    spent = spent_seeds("618-2020-diplomats")
    assert len(spent) == 4  # fit, scripts, shared weights, Thailand's
    for used in spent:
        for first, end in ((-1, 1), (0, 1), (-1, 0)):
            seeds = f"{used.start + first}:{used.start + end if end == 1 else used.stop + 9}"
            code, _, err = call("ladder", "--bots", "random", "--seeds", seeds)
            assert (code, f"{used.start}:{used.stop}" in err) == (2, True), seeds
    code, _, err = call("ladder", "--bots", "random", "--seeds", "0:9999")
    assert code == 2
    assert all(f"{used.start}:{used.stop}" in err for used in spent)


@pytest.mark.usefixtures("short_nights")
def test_tuning_tells_what_it_found_and_keeps_it_only_if_asked(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        style, "tuned_file", lambda scenario, role: tmp_path / "kept" / f"{role or 'x'}.toml"
    )
    short = ["--roles", "peru", "--rounds", "1", "--size", "4", "--nights", "1", "--check", "1"]
    code, out, _ = call("tune", "618-2020-diplomats", *short, "--json")
    assert code == 0
    found = json.loads(out)
    assert set(found["weights"]) == {weight.id for weight in style.known_weights()}
    assert not (tmp_path / "kept").exists()
    code, out, _ = call("tune", "618-2020-diplomats", *short, "--write")
    assert code == 0
    assert (tmp_path / "kept" / "x.toml").read_text(encoding="utf-8").startswith("# Found by")
    assert call("tune", "618-2020-diplomats", *short, "--apart", "--write")[0] == 0
    assert (tmp_path / "kept" / "peru.toml").is_file()
    code, _, err = call("tune", "618-2020-diplomats", "--apart")
    assert code == 2
    assert "--roles" in err
    assert call("tune", "618-2020-diplomats", "--size", "3")[0] == 2
