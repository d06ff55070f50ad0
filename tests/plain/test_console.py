import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livegame.catalog.entries import to_fen, whole
from livegame.plain.console import Console, Left


def console(text: str) -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(io.StringIO(text), out), out


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("66", 6600),
        ("66.5", 6650),
        ("39.90", 3990),
        ("rmb 1,200", 120000),
        ("", None),
        ("-3", None),
        ("6.123", None),
        ("1e5", None),
        ("٣", None),
    ],
)
def test_prices(text: str, fen: int | None) -> None:
    assert to_fen(text) == fen


@pytest.mark.parametrize(
    ("text", "number"), [("3,000", 3000), ("0", 0), ("", None), ("-1", None), ("²", None)]
)
def test_whole_numbers(text: str, number: int | None) -> None:
    assert whole(text) == number


def test_a_menu_asks_until_it_gets_one_of_its_numbers() -> None:
    asker, out = console("9\nx\n0\n2\n")
    assert asker.choose("Which?", ["a", "b"]) == 1
    assert out.getvalue().count("Please give a number from 1 to 2") == 3
    assert out.getvalue().startswith("1. a\n2. b\nWhich? 9\n")


def test_enter_takes_the_default_and_leaves_numbers_alone() -> None:
    assert console("\n")[0].choose("Which?", ["a", "b"], default=1) == 1
    assert console("\n")[0].number("How many?") is None
    assert console("\n")[0].price("How much?") is None


@pytest.mark.parametrize("text", ["", "q\n", "QUIT\n", "  exit \n"])
def test_the_end_of_the_input_and_q_leave(text: str) -> None:
    with pytest.raises(Left):
        console(text)[0].ask("Next?")


def test_the_last_line_may_lack_its_end() -> None:
    assert console("3")[0].ask("Next?") == "3"


def test_overlong_lines_are_one_answer() -> None:
    asker, out = console("x" * 5000 + "\nnext\n")
    assert len(asker.ask("?")) <= 200
    assert asker.ask("?") == "next"
    assert len(out.getvalue()) < 300


@given(st.text(max_size=300))
def test_answers_never_steer_the_terminal(text: str) -> None:
    asker, out = console(text + "\n")
    with contextlib.suppress(Left):
        asker.ask("?")
    assert all(char == "\n" or char.isprintable() for char in out.getvalue())


def test_nothing_but_lines_is_written() -> None:
    asker, out = console("1\n")
    asker.say("one", "two")
    asker.choose("Which?", ["a"])
    assert not set("\x1b\r\x08\x07") & set(out.getvalue())
