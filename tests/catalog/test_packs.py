"""Packs: the example is played, clashes and mistakes are all named, shipped evenings stay."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from livegame import cli
from livegame.bots.nights import shipped_world
from livegame.catalog.library import library, read_library
from livegame.catalog.packs import read_pack
from livegame.catalog.paths import shipped
from livegame.catalog.problems import ContentError
from livegame.engine.actions import Beat
from livegame.engine.compile import build_world
from livegame.runs import codes, voices
from livegame.runs.board import Board
from livegame.runs.challenge import nights
from livegame.runs.session import Session
from livegame.runs.verify import verify
from livegame.runs.worlds import world_of
from tests.shelf import share, shipped_library

EXAMPLE = shipped("content") / "examples" / "lantern-market"
EVENING, ROLE = "lantern-market-evening", "lantern-maker"
CACHES: tuple[Any, ...] = (library, world_of, shipped_world, voices._by_topic)


def forget() -> None:
    for cache in CACHES:
        cache.cache_clear()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of its own, and a library that is read anew before and after."""
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LIVEGAME_PACKS", "")
    share(monkeypatch)
    forget()
    yield tmp_path / "home"
    forget()


@pytest.fixture
def installed(home: Path) -> Path:
    """The example in the data folder."""
    return Path(shutil.copytree(EXAMPLE, home / "packs" / "lantern-market"))


Change = Callable[..., list[str]]


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """The findings of a copy of the example in which some texts were replaced."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "copy"))

    def change(*changes: tuple[str, str, str]) -> list[str]:
        for file, old, new in changes:
            path = folder / file
            text = path.read_text("utf-8") if path.exists() else ""
            assert old in text
            path.parent.mkdir(exist_ok=True)
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        pack, told = read_pack(folder, shipped_library())
        assert (pack is None) == bool(told)
        return [one.words for one in told]

    return change


def play(folder: Path | None = None) -> Path:
    """A whole evening of the example, with one's own pitch of the pack."""
    session = Session.start(EVENING, ROLE, seed=5, player="Ann", folder=folder)
    goods = [good.id for good in session.view.products]
    plays = cycle(Beat(pitch, good) for good in goods for pitch in ("light-up", "countdown"))
    while not session.finished:
        if session.view.idle:
            wish = next(plays)
            session.decide(Beat("breathe") if session.why_not(wish) else wish)
        session.advance()
    session.close()
    assert session.path
    return session.path


def test_the_example_is_without_mistakes_and_as_large_as_it_says() -> None:
    pack, told = read_pack(EXAMPLE, read_library(shipped("content")))
    assert not told
    assert pack
    (scene,) = pack.values("scenarios")
    assert len(scene.roles) == 2
    assert [sum(g.host == role for g in pack.values("products")) for role in scene.roles] == [4, 4]
    assert scene.incident
    assert len(pack.values("chat")) >= 5
    assert "nvented" in pack.manifest.about
    assert "nvented" in scene.intro


def test_it_is_played_proven_and_ranked(installed: Path) -> None:
    path = play()
    head = json.loads(path.read_bytes().split(b"\n")[0])
    pack = library().packs["lantern-market"]
    assert head["options"] == {"pack": "lantern-market", "pack-files": pack.content}
    assert head["content"] == world_of(EVENING).content_hash
    assert verify(path).ok
    board = Board()
    board.refresh()
    (row,) = board.rows(EVENING)
    assert row.verified
    assert row.points > 0
    assert board.rows("618-2020-diplomats") == []


def test_a_run_whose_pack_is_missing_says_so_until_it_is_back(home: Path, installed: Path) -> None:
    path = play()
    board = Board()
    board.refresh()
    away = home / "away"
    installed.rename(away)
    forget()
    verdict = verify(path)
    assert not verdict.ok
    assert verdict.unchecked
    assert "lantern-market" in verdict.why
    assert "not here" in verdict.why
    board.refresh()
    assert not board.rows(EVENING)[0].verified
    away.rename(installed)
    forget()
    board.refresh()
    assert board.rows(EVENING)[0].verified


def test_wording_may_be_mended_but_not_numbers(installed: Path) -> None:
    path = play()
    goods = installed / "products.toml"
    text = goods.read_text("utf-8")
    goods.write_text(text.replace("Two wings", "Both wings"), encoding="utf-8")
    forget()
    assert verify(path).ok
    goods.write_text(text.replace("usual_fen = 4800", "usual_fen = 4900"), encoding="utf-8")
    forget()
    verdict = verify(path)
    assert not verdict.ok
    assert "has been changed since" in verdict.why


@pytest.mark.parametrize(
    ("said", "why"),
    [({}, "does not say so"), ({"pack": "another-one"}, "another-one")],
)
def test_a_header_that_names_no_pack_or_another_is_not_believed(
    said: dict[str, str], why: str, installed: Path
) -> None:
    path = play()
    head, rest = path.read_bytes().split(b"\n", 1)
    row = json.loads(head) | {"options": said}
    path.write_bytes(json.dumps(row, separators=(",", ":")).encode() + b"\n" + rest)
    verdict = verify(path)
    assert not verdict.ok
    assert why in verdict.why


def test_no_shipped_evening_changes_by_a_pack(installed: Path) -> None:
    bare = read_library(shipped("content"))
    assert EVENING in library().scenarios
    assert EVENING not in bare.scenarios
    for name in bare.scenarios:
        assert world_of(name).content_hash == build_world(bare, name).content_hash
    assert nights() == sorted(bare.scenarios)
    assert next(iter(library().scenarios)) == next(iter(bare.scenarios))
    code = codes.code_of(EVENING, ROLE, 7)
    assert codes.read_code(code) == codes.Coded(EVENING, ROLE, 7)


def test_its_chat_is_heard_in_its_own_rooms_only(installed: Path) -> None:
    own = {line.text for pack in library().packs.values() for line in pack.values("chat")}
    lines = [line for lines in voices._by_topic("en").values() for line in lines]
    heard = [line for line in lines if line.text in own]
    assert len(heard) == len(own)
    assert all(set(line.roles) <= {"lantern-maker", "soup-stall"} and line.roles for line in heard)


def test_par_is_measured_unless_the_pack_has_a_fit(installed: Path) -> None:
    par = world_of(EVENING).par
    assert all(value > 1 for value in par)
    assert library().fits[EVENING].par == {}
    (installed / "fits").mkdir()
    (installed / "fits" / f"{EVENING}.toml").write_text(
        f'scenario = "{EVENING}"\nrules = 1\nseeds = "0:1"\nhow = "by hand"\narrivals = 0.2\n'
        "[appeal]\n[par]\nlantern-maker = 900000\nsoup-stall = 800000\n"
    )
    forget()
    assert world_of(EVENING).par == (900_000, 800_000)
    assert library().fit_file(EVENING) == installed / "fits" / f"{EVENING}.toml"


def test_a_bad_pack_of_the_data_folder_keeps_nobody_from_playing(installed: Path) -> None:
    (installed / "hosts.toml").write_text("[[host]]\n")
    assert EVENING not in library().scenarios
    (why,) = library().refused.values()
    assert "livegame check" in why


def test_a_bad_pack_that_was_asked_for_is_an_error(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (installed / "hosts.toml").write_text("[[host]]\n")
    monkeypatch.setenv("LIVEGAME_PACKS", str(installed))
    with pytest.raises(ContentError, match="livegame check"):
        library()


def test_a_pack_named_twice_is_read_once(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIVEGAME_PACKS", os.pathsep.join([str(installed), str(installed)]))
    assert list(library().packs) == ["lantern-market"]
    assert not library().refused


def test_two_packs_of_one_id_clash(home: Path, installed: Path) -> None:
    shutil.copytree(installed, home / "packs" / "other")
    assert list(library().packs) == ["lantern-market"]
    assert "the pack lantern-market has" in library().refused["other"]


SCENE = f"scenarios/{EVENING}.toml"
SCRIPT = f"scripts/{EVENING}/soup-stall.toml"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("products.toml", "stock = 900", "stock = -4", ("'lantern-red'", "stock = -4", "0 to ")),
        ("products.toml", "gift = 3", 'gift = "3"', ("gift = 3", "a whole number", "0 to 3")),
        ("products.toml", "gift = 3", "gift = true", ("gift = true", "0 to 3")),
        ("products.toml", 'unit = "', 'units = "', ("units", "no such key")),
        ("products.toml", 'unit = "lantern"\n', "", ("unit", "is missing", "a text")),
        ("products.toml", "stock_max = 2400", "stock_max = 2", ("stock = 900", "stock_max")),
        ("products.toml", 'category = "lantern"', 'category = "lamp"', ("lamp", "appeal.lamp")),
        ("products.toml", 'host = "lantern-maker"', 'host = "thailand"', ("no host of this pack",)),
        ("products.toml", "[[product]]", "[[goods]]", ("goods", "no such table", "[[product]]")),
        ("hosts.toml", 'id = "soup-stall"', 'id = "peru"', ("peru", "taken", "the game")),
        ("hosts.toml", "draw = 1.0", "draw = inf", ("draw = inf", "no finite", "0.01 to 100")),
        ("segments.toml", "interest = 0.1", "interest = nan", ("interest", "no finite")),
        ("segments.toml", "snack = 0.3", "snack = 1e9", ("likes.snack", "out of range", "-15")),
        ("pitches.toml", "bargain = 500", "bargein = 500", ("desire", "bargein", "bargain")),
        ("pitches.toml", 'key = "l"', 'key = "Ctrl"', ("key = Ctrl", "one small letter")),
        ("pitches.toml", 'key = "l"', 'key = "d"', ("pitches = d", "share this key")),
        ("facts.toml", 'article = "lantern', 'article = "lamp', ("fact", "articles")),
        ("chat/en.toml", 'topic = "want"', 'topic = "wants"', ("wants", "nobody feels so")),
        ("chat/en.toml", 'needs = "product"\n', "", ("needs", "{product}")),
        ("pack.toml", 'id = "lantern-market"', 'id = "other"', ("begin with the pack's id",)),
        ("pack.toml", 'id = "lantern-market"', 'id = "A B"', ("id = A B", "small letters")),
        (SCENE, 'date = "2020-03-20"', 'date = "yesterday"', ("date = yesterday", "2020-06-09")),
        (SCENE, "tick_seconds = 10", "tick_seconds = 300", ("tick_seconds", "ticks")),
        (SCENE, "value = 2000000", "value = -1", ("assume.crowd.pool", "too far")),
        (SCENE, '"answer", "countdown"', '"answer", "count-up"', ("count-up", "countdown")),
        (SCENE, "latest = 20", "latest = 2", ("incident.drizzle.latest", "before earliest")),
        (SCENE, "odds = 400", "odds = 4000", ("odds = 4000", "0 to 1000")),
        (SCENE, "minutes = 30", "minutes = 30\ndays = 7", ("minutes", "no such key")),
        (SCRIPT, 'pitch = "taste"', 'pitch = "juggle"', ("cues[1].pitch", "juggle", "demonstrate")),
        (SCRIPT, "soup-base = 1200", "soup-base = 90000", ("lots.soup-base", "3000")),
        (SCRIPT, "cues = [", "cues = [{ pitch = 3 },", ("cues[1].pitch = 3", "a text")),
        ("assumptions.toml", "value = -5.4", "value = 54", ("value = 54", "-20 to 10")),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_file_key_value_and_what_is_allowed(
    file: str, old: str, new: str, said: tuple[str, ...], changed: Change
) -> None:
    told = changed((file, old, new))
    lines = [line for line in told if all(part in line for part in said)]
    assert lines, told


def test_all_of_many_mistakes(changed: Change) -> None:
    changes = [("products.toml", "cost_permille = 4", "cost_permille = 94")] * 4
    changes += [("products.toml", "spoil_permille = 2", "spoil_permille = -2")] * 2
    changes += [(SCENE, "odds = ", "odds = 9")] * 1
    changes += [("hosts.toml", "lat = 30.", "lat = 130.")] * 2
    told = changed(*changes)
    assert len(told) == len(changes)


def test_check_says_all_of_it(
    tmp_path: Path, installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(installed), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["errors"] == []
    assert data["adds"]["products"] == 8
    assert data["evenings"][0]["par"].keys() == {"lantern-maker", "soup-stall"}
    text = (installed / "products.toml").read_text("utf-8").replace("gift = ", "gift = 1")
    (installed / "products.toml").write_text(text, encoding="utf-8")
    assert cli.main(["check", str(installed), "--json"]) == 1
    errors = json.loads(capsys.readouterr().out)["errors"]
    assert len(errors) == 8
    assert {one["key"] for one in errors} == {"gift"}
    assert {one["file"] for one in errors} == {"products.toml"}
    assert errors[0]["row"] == "product 'lantern-red'"
    assert errors[0]["allowed"] == "0 to 3"
    assert cli.main(["check", str(installed)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 9
    assert cli.main(["check", str(tmp_path / "nowhere")]) == 1


def test_play_takes_a_pack(capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("1\nq\n"))
    words = ["play", EVENING, "--role", ROLE, "--plain", "--seed", "4", "--pack", str(EXAMPLE)]
    assert cli.main(words) == 0
    assert "An evening under the lanterns" in capsys.readouterr().out


def test_play_offers_the_nights_of_the_pack_that_was_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("1\nq\n"))
    assert cli.main(["play", "--plain", "--pack", str(EXAMPLE)]) == 0
    said = capsys.readouterr().out
    offered = said.split("Which night?")[0]
    assert 'From the pack "' in offered
    assert "1. An evening under the lanterns" in offered
    assert "3. " not in offered
    assert library().scenarios["618-2020-diplomats"].title not in offered
