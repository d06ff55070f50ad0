"""The settings file: killed while it is written, on a full disk, and made up by a stranger."""

import json
import os
import random
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_disks import fill
from test_hostile_runs import MEAN, harmless, values
from test_killed import child, killed_after

from livegame.studio.settings import FILE, MAX_BYTES, MAX_PATH, Settings, load, save

quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.usefixtures("needs_fork")
def test_killed_while_writing_the_settings(tmp_path: Path) -> None:
    """Whoever reads finds the old or the new ones, never a part, and nothing is set aside."""
    names = ["Ann", "B" * 24]
    assert save(Settings(name=names[0]), tmp_path)
    luck, seen = random.Random(11), set()

    def write(writer: int) -> None:
        number = 0
        while True:
            number += 1
            save(Settings(name=names[number % 2], keys={"studio.price": "m"} | LONG), tmp_path)
            os.write(writer, b".")

    for _ in range(20):
        killed_after(*child(write), luck.uniform(0.0, 0.05))
        found, aside = load(tmp_path)
        assert not aside
        assert found.name in names
        seen.add(found.name)
    assert seen == set(names), "the kills fell between different writes"
    assert not list(tmp_path.glob("*.broken"))


LONG = {f"binding.{number}": "x" for number in range(900)}


def test_a_full_disk_keeps_the_old_settings(small_disk: Path) -> None:
    assert save(Settings(name="Ann"), small_disk)
    before = (small_disk / FILE).read_bytes()
    fill(small_disk / "ballast")
    assert not save(Settings(name="Bo", keys=LONG), small_disk)
    assert (small_disk / FILE).read_bytes() == before
    assert load(small_disk)[0].name == "Ann"
    (small_disk / "ballast").unlink()
    assert save(Settings(name="Bo"), small_disk)
    assert load(small_disk)[0].name == "Bo"


def test_a_read_only_folder_keeps_them(closed_folder: Path) -> None:
    assert not save(Settings(name="Ann"), closed_folder)
    assert load(closed_folder) == (Settings(), "")


def usable(found: Settings) -> None:
    for text in (found.name, found.league, *found.keys, *found.keys.values()):
        harmless(text)
    assert len(found.name) <= 24
    assert len(found.league) <= MAX_PATH
    assert all(
        type(getattr(found, key)) is type(value) for key, value in asdict(Settings()).items()
    )


@quick
@given(content=st.binary(max_size=2000))
def test_any_bytes(content: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(content)
    found, aside = load(tmp_path)
    usable(found)
    if aside:
        assert (tmp_path / aside).read_bytes() == content, "set aside as it was"


@quick
@given(data=st.data())
def test_any_value_under_any_key(data: st.DataObject, tmp_path: Path) -> None:
    row = asdict(Settings())
    row[data.draw(st.sampled_from([*row, "extra"]))] = data.draw(values)
    (tmp_path / FILE).write_text(json.dumps(row))
    found = load(tmp_path)[0]
    usable(found)
    assert save(found, tmp_path), "whatever stood beside it"
    assert load(tmp_path) == (found, "")


@pytest.mark.parametrize("text", MEAN)
def test_mean_texts_in_every_field(text: str, tmp_path: Path) -> None:
    row = {"name": text, "league": text, "theme": text, "keys": {text: text, "studio.price": text}}
    (tmp_path / FILE).write_text(json.dumps(row))
    found, aside = load(tmp_path)
    assert not aside
    usable(found)


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 60_000,
        b'{"keys":' * 6000,
        b"{" + b" " * MAX_BYTES + b"}",
        b'{"speed":' + b"9" * 50_000 + b"}",
        b'{"speed":1e999}',
        b'{"name":"\\ud800"}',
        b"\xff\xfe{}",
        b"",
        b"null",
    ],
)
def test_mean_files(content: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(content)
    found, aside = load(tmp_path)
    usable(found)
    kept = tmp_path / (aside or FILE)
    assert kept.read_bytes() == content


def test_damaged_settings_are_never_overwritten_by_later_ones(tmp_path: Path) -> None:
    contents = [b"one{", b"two{", b"three{"]
    for content in contents:
        (tmp_path / FILE).write_bytes(content)
        assert load(tmp_path)[1]
    kept = sorted(path.read_bytes() for path in tmp_path.iterdir())
    assert kept == sorted(contents)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_settings_that_are_a_pipe_do_not_hold_the_game_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE)
    assert load(tmp_path)[0] == Settings()


def test_settings_of_a_later_version_keep_what_is_known(tmp_path: Path) -> None:
    row = {**asdict(Settings(name="Ann", league="/srv/league")), "version": 99, "new": {"a": 1}}
    (tmp_path / FILE).write_text(json.dumps(row))
    found, aside = load(tmp_path)
    assert (found.name, found.league, aside) == ("Ann", "/srv/league", "")
    found.name = "Bo"
    assert save(found, tmp_path)
    kept = json.loads((tmp_path / FILE).read_text())
    assert (kept["name"], kept["version"], kept["new"]) == ("Bo", 99, {"a": 1})
