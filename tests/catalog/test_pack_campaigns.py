"""Campaigns in packs: the example is played and proven; every kind of mistake is named."""

import json
import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livegame import cli
from livegame.bots.campaigns.play import play_session
from livegame.catalog.library import library, read_library
from livegame.catalog.packs import Pack, read_pack
from livegame.catalog.packs_findings import Findings
from livegame.catalog.packs_load import add_pack
from livegame.catalog.paths import shipped
from livegame.engine.days.compile import build_season
from livegame.engine.days.reducer import act, advance, begin
from livegame.engine.days.scripted import scripted_plan
from livegame.engine.days.state import MORNING
from livegame.runs.board import Board
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.morning import morning_lines
from livegame.runs.campaigns.packs import pack_season
from livegame.runs.campaigns.seasons import season_of
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.challenge import nights
from livegame.runs.ledger import assumed
from livegame.runs.verify import verify
from livegame.studio.dayknobs import knobs

EXAMPLE = shipped("content") / "examples" / "lantern-market"
FEAST, ROLE = "lantern-market-feast", "lantern-maker"
SCENE = f"scenarios/{FEAST}.toml"
ROWS = f"campaigns/{FEAST}"
BARE = read_library(shipped("content"))


def forget() -> None:
    library.cache_clear()
    pack_season.cache_clear()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LIVEGAME_PACKS", "")
    forget()
    yield tmp_path / "home"
    forget()


@pytest.fixture
def installed(home: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, home / "packs" / "lantern-market"))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example without its evening, so that only the campaign is looked at."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("pack") / "copy"))
    shutil.rmtree(folder / "scripts")
    (folder / "scenarios" / "lantern-market-evening.toml").unlink()
    return folder


Change = Callable[..., list[str]]


@pytest.fixture
def changed(copy: Path, tmp_path: Path) -> Change:
    """The findings of a copy in which some texts were replaced."""
    folder = Path(shutil.copytree(copy, tmp_path / "changed"))

    def change(*changes: tuple[str, str, str]) -> list[str]:
        for file, old, new in changes:
            path = folder / file
            text = path.read_text("utf-8") if path.exists() else ""
            assert old in text
            path.parent.mkdir(exist_ok=True, parents=True)
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return [one.words for one in look(folder)[1]]

    return change


def look(folder: Path) -> tuple[Pack | None, Findings]:
    pack, told = read_pack(folder, BARE)
    assert (pack is None) == bool(told)
    return pack, told


@pytest.mark.slow
def test_a_bot_plays_it_to_the_end_and_the_run_is_proven_and_ranked(installed: Path) -> None:
    session = CampaignSession.start(FEAST, ROLE, seed=5, mode="bot", player="bot greedy")
    play_session(session, "greedy")
    path = session.path
    session.close()
    assert path
    head = json.loads(path.read_bytes().split(b"\n")[0])
    pack = library().packs["lantern-market"]
    assert head["options"] == {"rung": 1, "pack": pack.id, "pack-files": pack.content}
    assert verify(path).ok
    board = Board()
    board.refresh()
    (row,) = board.rows(FEAST)
    assert row.verified
    assert row.points > 300
    away = installed.rename(installed.parent.parent / "away")
    forget()
    assert "lantern-market" in verify(path).why
    away.rename(installed)
    forget()
    goods = installed / ROWS / "yard.toml"
    goods.write_text(goods.read_text("utf-8").replace("picks = 70", "picks = 71"), "utf-8")
    forget()
    assert "has been changed since" in verify(path).why


def test_par_is_what_its_daily_script_settles_for_unless_it_has_a_fit(installed: Path) -> None:
    season = season_of(FEAST, ROLE)
    assert season.par > 1
    assert library().fits[FEAST].par == {}
    (installed / "fits").mkdir()
    (installed / "fits" / f"{FEAST}.toml").write_text(
        f'scenario = "{FEAST}"\nrules = 1\nseeds = "0:1"\nhow = "by hand"\narrivals = 0.02\n'
        "[appeal]\n[par]\nlantern-maker = 900000\n"
    )
    forget()
    assert season_of(FEAST, ROLE).par == 900_000
    assert library().fit_file(FEAST) == installed / "fits" / f"{FEAST}.toml"


def test_no_shipped_campaign_changes_and_the_challenge_stays_shipped(installed: Path) -> None:
    assert FEAST in library().campaigns
    for name, one in BARE.campaigns.items():
        role = one.roles[0]
        found = build_season(library(), name, role).content_hash
        assert found == build_season(BARE, name, role).content_hash
    assert FEAST not in nights()
    assert any(FEAST in row.id for row in assumed(library()))


def test_check_and_scenarios_tell_of_it(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(installed), "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["campaigns"]
    assert (row["id"], row["days"], row["rungs"]) == (FEAST, 4, 3)
    assert row["par"][ROLE] > 1
    assert cli.main(["scenarios"]) == 0
    assert FEAST in capsys.readouterr().out


MISTAKES = [
    # file, old, new, the file that is told, words that the finding has
    (SCENE, "days = 4", "days = 60", SCENE, ("days = 60", "2 to 14")),
    (SCENE, "days = 4", 'days = "four"', SCENE, ("days = four", "whole number")),
    (SCENE, 'key = "lantern-market-feast"', 'key = "orchard"', SCENE, ("key = orchard",)),
    (SCENE, "minutes = 10", "minutes = 600", SCENE, ("evening.minutes = 600", "5 to 60")),
    (SCENE, '"light-up", "answer"', '"hum", "answer"', SCENE, ("evening.pitches = hum",)),
    (SCENE, '["lantern-maker"]', '["nobody"]', SCENE, ("roles = nobody",)),
    (SCENE, 'title = "', 'colour = "red"\ntitle = "', SCENE, ("colour", "no such key")),
    ("yard.toml", "lead = 1", "lead = 99", "", ("route[1].lead = 99", "0 to 9")),
    ("yard.toml", "leaves = [3, 4]", "leaves = [3, 99]", "", ("route[2].leaves[2] = 99",)),
    ("yard.toml", "plant = [420,", "plant = [-1,", "", ("plant[1] = -1", "0 to 100000")),
    ("yard.toml", "keen = [-1.2, -0.4,", "keen = [-0.4,", "", ("keen", "length than stages")),
    ("yard.toml", "growing = 620", "growing = nan", "", ("growing",)),
    ("yard.toml", "ripe = 2", "ripe = 9", "", ("ripe = 9", "no such stage", "0 to 3")),
    ("yard.toml", '"paper-cuttings"', '"soup-base"', "", ("soup-base",)),
    ("yard.toml", "promise = 150", "promise = 10000000", "", ("promise", "0 to 100000")),
    ("yard.toml", "load = 60", "load = 1000000", "", ("crop[1].load", "0 to 100000")),
    ("market.toml", "people = 130000", "people = 0", "", ("slot[1].people = 0",)),
    ("market.toml", 'starts = "18:00:00"', 'starts = "dusk"', "", ("slot[1].starts = dusk",)),
    ("market.toml", 'without = ["cart"]', 'without = ["train"]', "", ("rung.2.without = train",)),
    ("market.toml", "purse = 500", "gold = 500", "", ("rung.3.rule = gold", "purse")),
    ("market.toml", "shows = 2", "shows = 99", "", ("rung.3.rule.shows = 99", "0 to 14")),
    ("market.toml", "number = 2", "number = 3", "", ("rung.number",)),
    ("market.toml", "service = 900", "glory = 900", "", ("trophy.dry-paper.least = glory",)),
    ("market.toml", "cut = 100", "cut = 1000", "", ("coupon[1].cut = 1000", "0 to 900")),
    ("happenings.toml", "odds = 260", "odds = 2600", "", ("happening[1].odds = 2600",)),
    ("happenings.toml", "traffic = 1200, a", "magic = 1200, a", "", ("drizzle.effect = magic",)),
    ("happenings.toml", "crew = 800", "crew = -1", "", ("drizzle.effect.crew = -1", "0 to 20000")),
    ("happenings.toml", 'cause = "turned"', 'cause = "moon"', "", ("neighbours.cause = moon",)),
    ("happenings.toml", "odds = 220\n", "", "", ("warm-wind", "odds or a cause")),
    ("happenings.toml", "last = 3", "last = 9", "", ("drizzle.last = 9", "1 to 4")),
    ("scripts.toml", '"answer", product', '"hum", product', "", ("cues[5].pitch = hum",)),
    ("scripts.toml", "hands = 2", "hands = -2", "", ("hands = -2", "0 to 10000")),
    ("scripts.toml", '"cart.lantern-river"', '"ox.lantern-river"', "", ("ox.lantern-river",)),
    ("scripts.toml", "day = 4", "day = 5", "", ("day 5 = 5", "1 to 4")),
    ("scripts.toml", "day = 2", "day = 1", "", ("stands twice",)),
    ("scripts.toml", 'slot = "dusk"', 'slot = "noon"', "", ("slot = noon", "dusk, late")),
]


@pytest.mark.parametrize(("file", "old", "new", "at", "words"), MISTAKES)
def test_every_mistake_is_named_with_its_file_key_and_range(
    file: str, old: str, new: str, at: str, words: tuple[str, ...], changed: Change
) -> None:
    place = file if "/" in file else f"{ROWS}/{file}"
    found = changed((place, old, new))
    told = [line for line in found if all(word in line for word in words)]
    assert told, found
    assert all(line.startswith(at or place) for line in told)


def test_assumptions_are_asked_for_and_held_to_their_ranges(changed: Change) -> None:
    key = "days.lantern-market-feast"
    (one,) = changed(("assumptions.toml", f"{key}.wage", f"{key}.wages"))[:1]
    found = changed(
        ("assumptions.toml", "value = [0.8, 0.9, 1.1, 1.5]", "value = [0.8, 0.9]"),
        ("assumptions.toml", "value = 0.3", "value = 30.0"),
    )
    assert f"'{key}.wage'" in one + "".join(found)
    assert any(f"'{key}.wages'" in line and "no campaign reads" in line for line in found)
    assert any(f"'{key}.traffic'" in line and "(allowed: 4)" in line for line in found)
    assert any(f"'{key}.resale'" in line and "0 to 1" in line for line in found)


def test_sums_that_could_not_be_counted_are_refused(changed: Change) -> None:
    found = changed(
        (f"{ROWS}/yard.toml", "load = 60", "load = 100000"),
        ("products.toml", "usual_fen = 4800", "usual_fen = 10000000"),
    )
    assert any("crop.lantern-red" in line and "cannot be counted" in line for line in found)


@pytest.mark.parametrize(
    ("file", "text", "word"),
    [
        (f"{ROWS}/more.toml", "days = 3\n", "stands in"),
        (f"{ROWS}/more.toml", '[[slot]]\nid = "x"\n', "stands in"),
        (f"{ROWS}/more.toml", '[[window]]\nid = "x"\n', "leads up to a night"),
        ("campaigns/elsewhere/more.toml", "a = 1\n", "no campaign is called"),
        ("campaigns/loose.toml", "a = 1\n", "no such file belongs"),
        (f"{ROWS}/deep.toml", "a." * 40 + "b = 1\n", "no content needs that"),
        (f"{ROWS}/many.toml", "[[region]]\n" * 600, "region"),
        (f"{ROWS}/steer.toml", 'route = "\\u001b[31m"\n', "control character"),
        (f"{ROWS}/big.toml", "# " + "x" * 300_000, "too large"),
    ],
)
def test_hostile_files_are_refused_by_name(
    file: str, text: str, word: str, changed: Change
) -> None:
    found = changed((file, "", text))
    assert any(file.split("/more")[0] in line and word in line for line in found), found


def test_a_link_or_a_path_out_of_the_pack_is_not_followed(copy: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(copy, tmp_path / "linked"))
    (tmp_path / "secret.toml").write_text("secret = 1\n")
    (folder / ROWS / "link.toml").symlink_to(tmp_path / "secret.toml")
    told = [one.words for one in look(folder)[1]]
    assert any("is a link" in line for line in told)
    scene = folder / SCENE
    text = scene.read_text("utf-8").replace(f'id = "{FEAST}"', 'id = "../../secret"')
    scene.write_text(text, encoding="utf-8")
    assert any(
        "id" in line and "../../secret" in line for line in (o.words for o in look(folder)[1])
    )


# ------------------------------------------------------------------- any value of it, made anything

VALUES: list[Any] = [
    *(0, -1, 1, 7, 10**5, 10**9, 10**30, 0.5, -0.5, 1e300, True),
    *("", "x", "dusk", "lantern-red", "../x", "a\u202eb", [], [1], ["x"], {}, {"x": 1}),
]


def spots(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The places of all values within parsed data."""
    inside = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in inside:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from spots(value, (*path, key))


def written(value: Any) -> str:
    """A value as TOML on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(k)} = {written(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(written(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


FILES = [SCENE, *(f"{ROWS}/{name}.toml" for name in ("yard", "market", "happenings", "scripts"))]


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_key_made_anything_is_told_or_plays(copy: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FILES))
    path = copy / name
    before = path.read_text("utf-8")
    parsed = tomllib.loads(before)
    spot = data.draw(st.sampled_from(list(spots(parsed))))
    place: Any = parsed
    for key in spot[:-1]:
        place = place[key]
    gone = data.draw(st.booleans()) and isinstance(place, dict)
    if gone:
        del place[spot[-1]]
    else:
        place[spot[-1]] = data.draw(st.sampled_from(VALUES))
    path.write_text("".join(f"{k} = {written(v)}\n" for k, v in parsed.items()), encoding="utf-8")
    try:
        pack, told = look(copy)
    finally:
        path.write_text(before, encoding="utf-8")
    if pack is None:
        assert all(one.reason for one in told)
        assert any(one.file.startswith((name, "campaigns", "scenarios", "assum")) for one in told)
        return
    lib = add_pack(BARE, pack)
    one = lib.campaigns[FEAST]
    for rung in one.rung:
        season = build_season(lib, FEAST, ROLE, rung.number)
    moment = begin(season, 3)
    while not moment.over:
        if moment.days.phase == MORNING:
            plan = scripted_plan(season, moment.days)
            moment = act(season, moment, evolve(plan, slot=""))
        moment = advance(season, moment)
        assert (moment.days.stock >= 0).all()
        assert moment.days.sales >= 0


def test_a_campaign_says_what_its_goods_are_picked_from(installed: Path) -> None:
    season = season_of(FEAST, ROLE)
    state = begin(season, 5).days
    told = "\n".join(morning_lines(season, state))
    assert "On the lines in the yard: 420 wet, 260 damp, 120 dry." in told
    rows = knobs(DayDraft(season, state))
    assert "pick from the lines in the yard" in {row.group for row in rows}
    assert "plants" not in told + "".join(row.group + row.about for row in rows)
    goods = installed / ROWS / "yard.toml"
    text = goods.read_text("utf-8")
    goods.write_text(text.replace('what = "the lines in the yard"\n', ""), "utf-8")
    forget()
    bare = season_of(FEAST, ROLE)
    assert "On the plants: 420 wet" in "\n".join(morning_lines(bare, state))
    assert bare.content_hash == season.content_hash  # wording spoils nobody's score


def test_a_place_s_name_is_short(changed: Change) -> None:
    long = f'what = "{"the long lines " * 3}"'
    assert changed((f"{ROWS}/yard.toml", 'what = "the lines in the yard"', long))
