"""The days before a great night line by line: the book, warehouses and the chat are on the desk."""

import io
from pathlib import Path

import pytest

from livegame.catalog.texts import t
from livegame.plain.console import Console
from livegame.plain.days import DaysWish, play_days
from livegame.runs.campaigns.told import tell_campaign
from livegame.runs.runfile import read_run
from livegame.runs.store import run_files

ELEVEN, BRAND = "1111-2020", "nov-brand"
# On the desk: 1 open, 2 the book, 3 send ahead, 4 the chat, then as everywhere.
BOOK = "2 50 2"  # half of it called, the plain presale
AHEAD = "3 2 300 200 100 50 50"  # to the first warehouse
CHAT = "4 4 1 1 0"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path))
    return tmp_path


def play(answers: str) -> str:
    out = io.StringIO()
    console = Console(io.StringIO(answers.replace(" ", "\n") + "\n"), out)
    play_days(console, DaysWish(seed=3, campaign=ELEVEN, role=BRAND, rung=1))
    return out.getvalue()


def test_a_morning_of_the_eleven_days_is_decided_and_told(home: Path) -> None:
    said = play(f"{BOOK} {AHEAD} {CHAT} 1")
    assert "The book: 5,250 packs" in said
    assert "Open now: the first window" in said
    assert "Call 50 % of the book today" in said
    assert "Deposits: the plain presale." in said
    assert "To Jiaxing (east): 300 of Freeze-dried coffee cups." in said
    assert "At the chat: 4 desk(s)." in said
    assert "1 of them teach the chatbot: the goods." in said
    assert "Balances paid:" in said
    assert "Deposits left:" in said
    assert "of them nobody answered" in said
    assert "The chatbot on the goods: from" in said
    assert "Day 2 of 11" in said
    (path,) = run_files(home / "runs")
    told = "\n".join(tell_campaign(read_run(path)))
    assert "Call 50 % of the book today" in told
    assert "To Jiaxing (east): 300" in told


def test_what_cannot_be_is_said_in_words() -> None:
    said = play("3 2 99999 4 9")
    assert t("days.refuse.not_there") in said or t("days.refuse.roads") in said


def test_the_help_tells_of_it() -> None:
    said = play("14")
    assert "Goods in a warehouse near the buyers" in said or "odds" in said
