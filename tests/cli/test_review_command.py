"""livegame review on the command line."""

import json
from pathlib import Path

import pytest

from livegame.cli import main

HISTORY = next((Path(__file__).parents[1] / "golden").glob("thailand-history*.live"))


def test_an_unfinished_run_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = tmp_path / "cut.live"
    cut.write_bytes(b"".join(HISTORY.read_bytes().splitlines(keepends=True)[:20]))
    assert main(["review", str(cut)]) == 2
    shown = capsys.readouterr()
    assert not shown.out
    assert shown.err.count("\n") == 1
    assert "no end" in shown.err


@pytest.mark.slow
def test_a_review_in_words_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(HISTORY), "--jobs", "2"]) == 0
    told = capsys.readouterr().out
    assert main(["review", str(HISTORY), "--jobs", "1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["curve"][-1] == found["points"]
    assert len(found["mattered"]) == 3
    for mattered in found["mattered"]:
        assert mattered["words"] in told
    assert all(turn["words"] in told for turn in found["turns"])
