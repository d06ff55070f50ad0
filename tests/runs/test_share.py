from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

from livegame.catalog.figures import percent, whole
from livegame.catalog.library import library
from livegame.runs import share
from livegame.runs.bestbeat import best_beat
from livegame.runs.codes import read_code
from livegame.runs.lines import Check
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from livegame.runs.share import bars, share_text


def test_words_first_then_one_line_of_glyphs_with_a_code(finished: Path) -> None:
    *words, glyphs = share_text(finished).split("\n")
    footer = read_run(finished).footer
    assert footer
    assert all(line.isascii() for line in words)
    assert "Thailand" in words[0]
    assert f"{footer.points:,} points" in words[1]
    coded = read_code(glyphs.rsplit(" ", 1)[1])
    assert (coded.role, coded.seed) == ("thailand", 7)


def test_bars_show_what_was_sold_when() -> None:
    assert bars((0, 0, 10, 10, 5), width=4) == "▁█▁▁"
    assert bars((0, 10, 30, 70), width=3) == "▂▄█"
    assert bars((0,), width=3) == "▁▁▁"


def test_an_unfinished_run_has_nothing_to_share(half: Path) -> None:
    with pytest.raises(RunError, match="not been played to its end"):
        share_text(half)


def test_a_run_of_other_rules_is_shared_without_a_code(finished: Path) -> None:
    finished.write_bytes(finished.read_bytes().replace(b'"rules":1', b'"rules":99', 1))
    assert "--code" not in share_text(finished)


def test_one_level_reads_the_same_everywhere(
    finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Service 978 was 98 % on the page and 97 % here, trust 896 was 89 or 90."""
    run = read_run(finished)
    assert run.footer
    footer = evolve(run.footer, service=978, trust=896)
    monkeypatch.setattr(share, "read_run", lambda path: evolve(run, footer=footer))
    said = share_text(finished)
    assert f"service {percent(978)}" in said
    assert f"trust {percent(896)}" in said
    assert (whole(978), whole(896)) == (98, 90)


def test_the_beat_that_made_the_night_is_told(finished: Path) -> None:
    run = read_run(finished)
    best = best_beat(run)
    assert best
    gains = [
        (after.sales - before.sales, before, after)
        for before, after in pairwise([e for e in run.entries if isinstance(e, Check)])
    ]
    _, before, after = max(gains, key=lambda one: one[0])
    assert best.tick < after.tick
    assert best.packs == dict(after.sold)[best.product] - dict(before.sold)[best.product]
    line = share_text(finished).split("\n")[2]
    assert f"{best.packs:,} packs of" in line
    assert percent(best.share) in line
    assert library().pitches[best.pitch].name.lower() in line


def test_of_a_challenge_neither_time_nor_good_is_told(
    finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = read_run(finished)
    best = best_beat(run)
    assert best
    asked = evolve(run, header=evolve(run.header, mode="challenge"))
    monkeypatch.setattr(share, "read_run", lambda path: asked)
    line = share_text(finished).split("\n")[2]
    assert library().pitches[best.pitch].name.lower() in line
    assert library().products[best.product].name.lower() not in line
    assert ":" not in line.removeprefix("The beat that made it:")


def test_a_night_without_a_sale_has_no_such_beat(half: Path) -> None:
    run = read_run(half)
    unsold = [evolve(e, sales=0, sold=()) if isinstance(e, Check) else e for e in run.entries]
    assert best_beat(evolve(run, entries=tuple(unsold))) is None
