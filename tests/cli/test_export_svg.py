"""The front page as a picture: real figures of the run, nothing fetched from anywhere."""

from pathlib import Path

import pytest

from livegame.catalog.paths import shipped
from livegame.cli import main

RUN = shipped("saves") / "618-2020-diplomats-thailand.live"


def test_the_front_page_is_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "page.svg"
    assert main(["export", str(RUN), "--svg", str(out)]) == 0
    svg = out.read_text(encoding="utf-8")
    assert "settled" in svg
    assert "@font-face" not in svg
    assert str(out) in capsys.readouterr().out
    assert main(["export", str(RUN), "--svg", str(out)]) == 2
    assert "is there already" in capsys.readouterr().err


def test_an_unfinished_run_has_no_front_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    part = tmp_path / "part.live"
    part.write_bytes(b"".join(RUN.read_bytes().splitlines(keepends=True)[:6]))
    assert main(["export", str(part), "--svg", str(tmp_path / "page.svg")]) == 2
    assert "livegame:" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["--svg", "--cast"])
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_mistyped_place_is_refused_and_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, force: tuple[str, ...]
) -> None:
    out = tmp_path / "nonexist" / "o.svg"
    assert main(["export", str(RUN), kind, str(out), *force]) == 2
    said = capsys.readouterr().err
    assert f"there is no folder {out.parent}" in said
    assert "make it first" in said
    assert not out.parent.exists()
