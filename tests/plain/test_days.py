"""A campaign line by line: everything on the desk works, and the last page adds up."""

import io
import os
import re
from pathlib import Path

import pytest

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.plain.console import Console
from livegame.plain.days import DaysWish, play_days
from livegame.plain.evening import Wish, evening
from livegame.runs.campaigns.kept import plan_path
from livegame.runs.campaigns.told import tell_campaign
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from livegame.runs.saved import broadcast_path
from livegame.runs.store import run_files
from livegame.runs.verify import verify

EXPRESS, FARM = "618-2020-fruit-express", "farmers-2020-three-days"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path))
    return tmp_path


def play(answers: str, **wish: object) -> str:
    """What is said when a player gives these answers, one a line; then the input ends."""
    out = io.StringIO()
    console = Console(io.StringIO(answers.replace(" ", "\n") + "\n"), out)
    play_days(console, DaysWish(seed=3, **wish))  # type: ignore[arg-type]
    return out.getvalue()


# On the farm's desk: 1 open, 2 pick, 3 truck, 4 prices, 5 promise, 6 ripe, 7 coupon, 8 advert,
# 9 show.
PICK = "2 20 600 100 50"
EVENING = f"{PICK} 9 2 1 2"  # take the noon hour, open the day, let the running order host


def test_a_whole_campaign_from_the_desk_to_the_board(home: Path) -> None:
    said = play(f"{EVENING} {PICK} 1 1", campaign=FARM, role="hainan-mango-farm", rung=1)
    assert said.count("Day ") >= 3
    assert t("days.plain.no_record") in said
    assert t("days.plain.score_head") in said
    assert "The show:" in said
    assert "on your board" in said
    (path,) = run_files(home / "runs")
    assert verify(path).ok


def test_the_running_order_says_how_far_it_is_and_what_came_of_it(home: Path) -> None:
    said = play(f"{EVENING} 1 1", campaign=FARM, role="hainan-mango-farm", rung=1)
    show = said[said.index(t("days.plain.script_begins")) : said.index("The show:")]
    shares = [int(share) for share in re.findall(r"(\d+) % of the show: [\d,]+ watching", show)]
    assert shares == sorted(set(shares))
    assert len(shares) == 4
    assert all(0 < share < 100 for share in shares)
    assert re.search(r"Off air: [\d,]+ orders, RMB [\d,]+, at most [\d,]+ watching", show)
    assert t("plain.on_air") not in show  # nobody is asked to host a show that is over


def test_the_same_campaign_is_told_from_its_file(home: Path) -> None:
    play(f"{EVENING} 1 1", campaign=FARM, role="hainan-mango-farm", rung=1)
    (path,) = run_files(home / "runs")
    told = "\n".join(tell_campaign(read_run(path)))
    assert "Pick 600 of Hainan mango." in told
    assert "A show at noon, from under the trees." in told
    assert told.endswith(t("plain.replay.holds"))


def test_whoever_leaves_goes_on_where_they_were(home: Path) -> None:
    said = play(f"{EVENING} q", campaign=FARM, role="hainan-mango-farm", rung=1)
    (path,) = run_files(home / "runs")
    assert path.name in said
    again = play("1 1 1", campaign=FARM, resume=path)
    assert t("days.plain.back", day=2, days=3) in again
    assert verify(path).ok


def test_the_desk_says_why_not_and_keeps_the_plan_as_it_was() -> None:
    answers = "2 0 5000 0 0 8 90000 q"
    said = play(answers, campaign=FARM, role="hainan-mango-farm", rung=1)
    assert t("days.refuse.bare") in said or t("days.refuse.few_hands") in said
    assert t("days.refuse.advert") in said
    assert t("days.plain.draft_none") in said


def test_wagons_prices_promises_coupons_and_undo() -> None:
    # 2 load: special (2nd), 5 mangosteen, 6 durian, 3 coconut; 3 price of durian 149;
    # 4 promise 100 of the first; 5 ripe only: second; 6 coupon: first; 7 advert; 8 early; 10 undo
    answers = "2 2 5 6 3 3 2 149 4 1 100 5 2 1 1 6 2 7 50000 8 2 9 10 q"
    said = play(answers, campaign=EXPRESS, rung=1)
    for key, words in (
        ("draft_price", {"name": "Monthong durian", "price": "149"}),
        ("draft_promise", {"name": "Mangosteen", "packs": "100"}),
        ("draft_wait", {"name": "Monthong durian"}),
        ("draft_toss", {"name": "Monthong durian"}),
        ("draft_coupon", {"name": "5 off 100"}),
    ):
        assert t(f"days.plain.{key}", **words) in said
    assert "5 x the special train" in said
    assert "RMB 50,000" in said
    assert "Sold out again" in said  # the board tells causes too
    assert said.rindex(t("days.plain.draft_none")) > said.rindex("5 off 100.")


def test_a_blind_rung_tells_no_odds() -> None:
    said = play("9 q", campaign=EXPRESS, rung=4)
    assert t("days.plain.blind") in said
    assert "A queue at Pingxiang:" not in said


def test_every_number_beside_the_record_comes_from_a_fact() -> None:
    said = play("1 1 1 1 1 1 1", campaign=EXPRESS, rung=1)
    assert t("days.plain.record_head") in said
    for value in ("140,000", "3,900,000", "320,000"):
        assert value in said


def test_practice_keeps_nothing(home: Path) -> None:
    play("1 1 1", campaign=FARM, role="shandong-greenhouse", rung=1, keep=False)
    assert list(run_files(home)) == []


def test_a_campaign_is_chosen_where_the_nights_are(home: Path) -> None:
    lib = library()
    number = len(lib.scenarios) + list(lib.campaigns).index(FARM) + 1
    out = io.StringIO()
    # The farm by its number, the first role, the first rung, the day opened, and away.
    evening(Console(io.StringIO(f"{number}\n1\n1\n1\nq\n"), out), Wish())
    said = out.getvalue()
    one = lib.campaigns[FARM]
    assert f"{number}. {one.title} ({one.festival}, from {one.date}, {one.days} days)" in said
    (path,) = run_files(home / "runs")
    assert path.name in said
    assert read_run(path).header.scenario == FARM


def test_a_campaign_cannot_be_raced(history_file: Path) -> None:
    number = len(library().scenarios) + 1
    with pytest.raises(RunError, match="nothing else"):
        evening(Console(io.StringIO(f"{number}\n"), io.StringIO()), Wish(ghost=history_file))


@pytest.fixture
def history_file() -> Path:
    path = broadcast_path("618-2020-diplomats", "thailand")
    assert path
    return path


def test_the_campaign_that_was_left_last_is_the_one_to_go_on_with(home: Path) -> None:
    from argparse import Namespace

    from livegame.commands.campaign import wanted
    from livegame.runs.session import Session

    asked = Namespace(resume="newest", scenario=None)
    assert wanted(asked) is None
    play("q", campaign=FARM, role="hainan-mango-farm", rung=1)
    (path,) = run_files(home / "runs")
    os.utime(path, (1000, 1000))
    assert wanted(asked) == FARM
    assert wanted(Namespace(resume=None, scenario=None)) is None
    Session.start("618-2020-diplomats", "thailand", seed=1).close()
    assert wanted(asked) is None


SPRING, HILL = "farmers-2020-spring", "zhejiang-tea-hill"
# On a village's desk: 1 open, 2 pick, 3 lessons, 4 prices, 5 promise, 6 ripe, 7 coupon, 8 advert,
# 9 show. Lessons: 1 enough, then the people; the show asks for an hour, then farms, 1 is enough.
TEACH, TERRACE = "3 5 1", "9 2 1"


def test_a_village_trains_and_goes_on_air_line_by_line(home: Path) -> None:
    pick = "2 0 40 40 0 0"
    said = play(f"{TEACH} {pick} {TERRACE} 1 2 q", campaign=SPRING, role=HILL, rung=1)
    assert t("days.plain.draft_lesson", name="Loquat grower's son") in said
    assert t("days.plain.draft_air", name="Tea terrace") in said  # it has most to offer
    assert "Learned: Loquat grower's son, from 12 %" in said
    assert "likely ripe from today on" in said
    (path,) = run_files(home / "runs")
    lines = path.read_text(encoding="utf-8")
    assert '"train":["zt-returner"],"air":["tea-terrace"]' in lines
    told = "\n".join(tell_campaign(read_run(path)))
    assert t("days.plain.draft_air", name="Tea terrace") in told


def test_a_village_is_told_why_not() -> None:
    # The tea picker to a lesson, then onto the air; three people in one lesson.
    said = play("3 2 1 9 2 2 1 11 3 2 3 4 1 q", campaign=SPRING, role=HILL, rung=1)
    assert t("days.refuse.in_lessons") in said
    assert t("days.refuse.places") in said
    said = play("9 2 q", campaign=SPRING, role=HILL, rung=3, fresh=True)
    assert t("days.refuse.no_licence") in said


def test_a_village_s_help_is_beside_the_odds() -> None:
    said = play("10 q", campaign=SPRING, role=HILL, rung=1)
    assert t("days.plain.help_village").splitlines()[0] in said
    assert t("days.figure.skill", level="70 %") in said
    assert "help_village" not in play("9 q", campaign=FARM, role="hainan-mango-farm", rung=1)


def test_a_plan_that_was_left_is_there_again(home: Path) -> None:
    play("2 20 600 q", campaign=FARM, role="hainan-mango-farm", rung=1)
    (path,) = run_files(home / "runs")
    again = play("1", campaign=FARM, resume=path)
    assert t("days.plain.draft_hands", hands=20) in again
    assert t("days.plain.draft_none") not in again[: again.index("The store sold")]
    assert not plan_path(path).exists()


@pytest.mark.parametrize("spoilt", ["", "no json", "[1]", '{"t":0,"do":"day","slot":"never"}'])
def test_a_spoilt_plan_is_refused_with_words(home: Path, spoilt: str) -> None:
    play("2 20 600 q", campaign=FARM, role="hainan-mango-farm", rung=1)
    (path,) = run_files(home / "runs")
    plan_path(path).parent.mkdir(exist_ok=True)
    plan_path(path).write_text(spoilt)
    again = play("q", campaign=FARM, resume=path)
    assert "cannot be taken up" in again
    assert t("days.plain.draft_none") in again


def test_another_morning_s_plan_is_forgotten(home: Path) -> None:
    play("2 20 600 q", campaign=FARM, role="hainan-mango-farm", rung=1)
    (path,) = run_files(home / "runs")
    kept = plan_path(path).read_bytes()
    play("1 q", campaign=FARM, resume=path)
    plan_path(path).parent.mkdir(exist_ok=True)
    plan_path(path).write_bytes(kept)
    again = play("q", campaign=FARM, resume=path)
    assert "cannot be taken up" not in again
    assert t("days.plain.draft_none") in again


def test_enter_alone_reads_the_morning_and_opens_no_day() -> None:
    said = play("\n\n\nq", campaign=FARM, role="hainan-mango-farm", rung=1)
    assert "The store sold" not in said
    assert said.count("Day 1 of 3") == 4


def test_a_show_without_goods_is_warned_of_and_said_when_its_hour_has_come() -> None:
    said = play("9 2 1 q", campaign=FARM, role="hainan-mango-farm", rung=1)
    assert said.index("Likely gone before the show: mango (0 to sell,") < said.index("The store")
    assert t("days.doubt.none_left") in said
    said = play(
        "2 20 600 100 50 9 2 1 q", campaign=FARM, rung=1, fresh=True, role="hainan-mango-farm"
    )
    assert "gone before the show" not in said
    assert "Left for the show: " in said


def test_what_is_kept_back_for_the_show_is_told_before_and_after_the_day(home: Path) -> None:
    few = "2 0 60 0 0 9 2"  # fewer mangoes than will be asked for, and the noon hour
    words = {"campaign": FARM, "role": "hainan-mango-farm", "rung": 1}
    assert t("days.aside.plain") not in play("2 0 60 0 0 q", fresh=True, **words)
    said = play(f"{few} 12 61 12 40 1 q", fresh=True, **words)
    assert t("plain.not_possible", why=t("days.refuse.aside")) in said
    before, after = said.split("The store sold", 1)
    assert "Likely gone before the show" in before
    told = before[before.index("Keep 40 of Hainan mango back for the show.") :]
    assert "gone before the show" not in told
    assert "Kept back for the show: 40 packs of mango. That leaves the store 20 mango" in told
    assert after.startswith(" 20 packs of mango")
    assert "Kept back from the store for the show: 40 packs of mango." in after
    assert "Left for the show: 40 packs of mango." in after
    (path,) = (p for p in run_files(home / "runs") if b'"aside":{"hn-mango":40}' in p.read_bytes())
    played = play("2 1 1 1", resume=path, campaign=FARM)
    assert "on your board" in played
    assert verify(path).ok
    retold = "\n".join(tell_campaign(read_run(path)))
    assert "Keep 40 of Hainan mango back for the show." in retold
    assert "Kept back from the store for the show: 40 packs of mango." in retold
    path.write_bytes(path.read_bytes().replace(b'{"hn-mango":40}', b'{"hn-mango":39}'))
    assert not verify(path).ok


def test_a_plan_that_was_left_is_not_among_the_run_files(tmp_path: Path) -> None:
    run = tmp_path / "a-run.live"
    assert plan_path(run).parent != run.parent
    assert plan_path(run) != plan_path(tmp_path / "b-run.live")


@pytest.mark.parametrize("word", ["help", "h", "?"])
def test_help_at_the_morning_s_question_says_what_can_be_typed(word: str) -> None:
    said = play(word, campaign=FARM, role="hainan-mango-farm", rung=1)
    asked, helped = said.split(t("days.plain.choice"))[:2]
    listed = [line for line in helped.splitlines() if re.match(r"\d+\. ", line)]
    assert listed == asked.splitlines()[-len(listed) :]
    assert t("plain.choose_help", most=len(listed), default="").strip() in helped


def test_cost_and_what_is_left_make_up_what_there_is() -> None:
    said = play("2 21 607 101 53", campaign=FARM, role="hainan-mango-farm", rung=1)
    sums = re.findall(r"It costs RMB ([\d,]+); RMB ([\d,]+) are left", said)
    assert sums
    assert {sum(int(one.replace(",", "")) for one in pair) for pair in sums} == {30_000}
