from pathlib import Path

import pytest
from attrs import evolve
from short_nights import SCENARIO, play_some

from livegame.engine.actions import Beat, Cut, Link, Plan, SetPrice
from livegame.engine.events import BeatEnded, BeatStarted, LinkOpened
from livegame.engine.world import World
from livegame.runs import beginning as beginning_module
from livegame.runs.lines import Check, Decision
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from livegame.runs.session import Session
from livegame.runs.store import runs_folder
from livegame.runs.writer import RunWriter

BRIEF = 36  # ticks


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session.start(SCENARIO, "thailand", seed=3, folder=tmp_path)


def test_a_run_goes_to_the_players_own_folder_and_has_a_drawn_seed() -> None:
    one, two = (Session.start(SCENARIO, "peru") for _ in range(2))
    assert one.path
    assert one.path.parent == runs_folder()
    assert one.seed != two.seed
    assert 0 <= one.seed < 2**63
    assert read_run(one.path).header.seed == one.seed


def test_practice_keeps_no_file(tmp_path: Path) -> None:
    session = Session.start(SCENARIO, "peru", seed=1, folder=tmp_path, keep=False)
    play_some(session, 30)
    session.close()
    assert session.path is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("scenario", "role", "seed", "says"),
    [
        ("618-2020-diplomat", "peru", 1, "618-2020-diplomats"),
        ("zzz", "peru", 1, "618-2020-diplomats"),
        (SCENARIO, "tailand", 1, "thailand"),
        (SCENARIO, "Peru", 1, "peru"),
        (SCENARIO, "peru", -1, "seed -1"),
        (SCENARIO, "peru", 2**63, "9223372036854775807"),
    ],
)
def test_wrong_names_and_seeds_are_answered_in_words(
    tmp_path: Path, scenario: str, role: str, seed: int, says: str
) -> None:
    with pytest.raises(RunError, match=says):
        Session.start(scenario, role, seed=seed, folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_decision_is_in_the_file_before_it_takes_effect(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes] = []
    real = RunWriter.append

    def append(self: RunWriter, line: bytes) -> None:
        assert session.view.idle
        real(self, line)
        seen.append(line)

    monkeypatch.setattr(RunWriter, "append", append)
    session.decide(Beat("taste", "th-durian"))
    assert len(seen) == 1
    assert not session.view.idle
    assert session.path
    assert session.path.read_bytes().endswith(seen[0])


def test_a_line_that_cannot_be_kept_changes_nothing(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.decide(Beat("breathe"))
    while session.view.beat_left > session.world.tick_seconds:
        session.advance()
    before = session.state_hash()

    def append(self: RunWriter, line: bytes) -> None:
        raise RunError("full")

    with monkeypatch.context() as patch:
        patch.setattr(RunWriter, "append", append)
        with pytest.raises(RunError, match="full"):
            session.decide(Cut())
        with pytest.raises(RunError, match="full"):
            session.advance()  # the beat would end, so a checkpoint is due
    assert session.state_hash() == before
    assert len(session.sales) == session.view.tick + 1
    assert any(isinstance(event, BeatEnded) for event in session.advance())


def test_what_the_rules_refuse_is_not_written(session: Session) -> None:
    assert session.path
    before = session.path.read_bytes()
    for action in (Beat("sing"), Beat("taste", "kr-ramen"), SetPrice("th-durian", 1), Cut()):
        reason = session.why_not(action)
        assert reason
        assert not reason.startswith("engine.")
        with pytest.raises(RunError, match=reason):
            session.decide(action)
    assert session.path.read_bytes() == before


def test_options_name_every_beat_and_why_not(session: Session) -> None:
    options = {option.action: option.why_not for option in session.options}
    assert options[Beat("taste", "th-durian")] == ""
    assert options[Beat("breathe")] == ""
    assert options[Cut()]
    session.decide(Beat("breathe"))
    assert all(o.why_not for o in session.options if isinstance(o.action, Beat))


def test_decisions_say_what_they_did(session: Session) -> None:
    assert session.decide(Plan(lots=(("th-durian", 10),))) == ()
    assert session.decide(Link("th-durian", True)) == (LinkOpened("th-durian"),)
    assert session.decide(Beat("breathe")) == (BeatStarted("breathe", ""),)
    assert session.decide(Cut()) == (BeatEnded("breathe", ""),)
    assert session.marks == [(0, "launch", "th-durian"), (0, "beat", "")]


def test_curves_have_an_entry_per_tick(session: Session) -> None:
    play_some(session, 50)
    assert len(session.watching) == len(session.sales) == session.view.tick + 1
    assert session.watching[-1] == session.view.watching
    assert session.sales[-1] == session.view.sales


def test_a_checkpoint_at_the_end_of_each_beat_and_of_the_night(session: Session) -> None:
    ended = []
    while not session.finished:
        if session.view.idle:
            session.decide(Beat("breathe"))
        if any(isinstance(event, BeatEnded) for event in session.advance()):
            ended.append(session.view.tick)
    assert session.path
    run = read_run(session.path)
    checks = [entry.tick for entry in run.entries if isinstance(entry, Check)]
    assert set(ended) <= set(checks)
    assert checks[-1] == session.view.ticks
    assert run.footer
    assert run.footer.points == session.result.points
    assert run.footer.hash == session.state_hash()
    with pytest.raises(RunError, match="over"):
        session.advance()
    with pytest.raises(RunError):
        session.decide(Beat("breathe"))


def test_an_idle_host_is_checked_too(session: Session) -> None:
    while not session.finished:
        session.advance()
    assert session.path
    checks = [e.tick for e in read_run(session.path).entries if isinstance(e, Check)]
    assert checks == [60, 90]


def test_resume_goes_on_from_the_very_tick(half: Path) -> None:
    before = half.read_bytes()
    session = Session.resume(half)
    assert session.view.tick == read_run(half).tick >= 40
    assert half.read_bytes() == before
    assert len(session.sales) == session.view.tick + 1


@pytest.mark.parametrize("every", [6, pytest.param(1, marks=pytest.mark.slow)])
def test_a_resumed_run_ends_as_one_that_was_never_left(
    short_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, every: int
) -> None:
    """From any line on; the night is brief, as its whole is played once for each line."""
    brief = evolve(short_world, ticks=BRIEF)
    monkeypatch.setattr(beginning_module, "world_of", lambda name, rung=1: brief)
    session = Session.start(SCENARIO, "thailand", seed=7, folder=tmp_path)
    play_some(session, BRIEF)
    session.close()
    assert session.path
    never_left = read_run(session.path)
    assert never_left.footer
    decided = [entry for entry in never_left.entries if isinstance(entry, Decision)]
    assert {type(entry.action) for entry in decided} >= {Beat, SetPrice}
    lines = session.path.read_bytes().splitlines(keepends=True)
    assert len(lines) > 15
    for count in range(1, len(lines), every):
        path = tmp_path / f"{count}.live"
        path.write_bytes(b"".join(lines[:count]))
        session = Session.resume(path)
        written = sum(isinstance(entry, Decision) for entry in read_run(path).entries)
        rest = decided[written:]
        while not session.finished:
            while rest and rest[0].tick == session.view.tick:
                session.decide(rest.pop(0).action)
            session.advance()
        session.close()
        again = read_run(path)
        assert again.footer
        assert again.footer.hash == never_left.footer.hash
        assert again.entries[-1] == never_left.entries[-1]


def test_resume_of_a_torn_file_cuts_the_torn_line_off(half: Path) -> None:
    whole = half.read_bytes()
    half.write_bytes(whole + b'{"t":40,"do":"be')
    session = Session.resume(half)
    play_some(session, 60)
    session.close()
    assert half.read_bytes().startswith(whole)
    assert not read_run(half).torn


def test_a_run_killed_before_its_footer_gets_it_on_resume(finished: Path) -> None:
    whole = finished.read_bytes()
    cut = whole[: whole.rindex(b'{"end"') + 9]
    finished.write_bytes(cut)
    session = Session.resume(finished)
    assert session.finished
    session.close()
    footer = read_run(finished).footer
    assert footer
    assert footer.points == session.result.points


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b'"rules":1', b'"rules":99', "rules version 99"),
        (b'"content":"', b'"content":"0', "other content"),
        (b'"role":"thailand"', b'"role":"atlantis"', "atlantis"),
        (b'"scenario":"618-2020-diplomats"', b'"scenario":"618"', "'618'"),
        (b'"seed":9', b'"seed":10', "from tick 1 on"),
        (b'"player":""', b'"player":"Eve"', "header was changed"),
    ],
)
def test_a_changed_file_is_not_continued(half: Path, old: bytes, new: bytes, says: str) -> None:
    forged = half.read_bytes().replace(old, new, 1)
    half.write_bytes(forged)
    with pytest.raises(RunError, match=says):
        Session.resume(half)
    assert half.read_bytes() == forged
    RunWriter.reopen(half)[0].close()  # the lock was let go
