import pytest
from hypothesis import given
from hypothesis import strategies as st

from livegame.catalog.library import library
from livegame.runs.codes import Coded, _short, code_of, read_code
from livegame.runs.problems import RunError

SCENARIO = "618-2020-diplomats"
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
roles = st.sampled_from(library().scenarios[SCENARIO].roles)


@given(role=roles, seed=st.integers(0, 2**63 - 1))
def test_a_code_gives_back_its_night(role: str, seed: int) -> None:
    code = code_of(SCENARIO, role, seed)
    assert read_code(code) == Coded(SCENARIO, role, seed)
    assert set(code) <= set(LETTERS + "-")
    assert len(code) <= 29
    typed = f"  {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "
    assert read_code(typed) == Coded(SCENARIO, role, seed)


def test_every_single_slip_is_noticed() -> None:
    code = code_of(SCENARIO, "peru", 7)
    for at, right in enumerate(code):
        for letter in LETTERS:
            if right not in ("-", letter):
                with pytest.raises(RunError):
                    read_code(code[:at] + letter + code[at + 1 :])


@given(text=st.text(max_size=40))
def test_anything_else_is_answered_in_words(text: str) -> None:
    with pytest.raises(RunError) as caught:
        read_code(text)
    assert str(caught.value).isprintable()


def test_other_rules_and_unknown_nights_are_said() -> None:
    with pytest.raises(RunError, match="rules version 2"):
        read_code(code_of(SCENARIO, "peru", 1, rules=2))
    with pytest.raises(RunError, match="does not have"):
        read_code(code_of("other-night", "peru", 1))
    with pytest.raises(RunError, match="does not have"):
        read_code(code_of(SCENARIO, "atlantis", 1))
    with pytest.raises(ValueError, match="63 bits"):
        code_of(SCENARIO, "peru", 2**63)


def test_no_two_nights_share_a_code() -> None:
    scenarios = library().scenarios
    assert len({_short(name) for name in scenarios}) == len(scenarios)
    for scene in scenarios.values():
        assert len({_short(role) for role in scene.roles}) == len(scene.roles)
