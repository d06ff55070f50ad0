import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livegame.engine.actions import Action, Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.runs.codec import encode, take_action
from livegame.runs.fields import BIG, Fields
from livegame.runs.problems import RunError

ids = st.from_regex(r"[a-z0-9][a-z0-9_.-]{0,20}", fullmatch=True)
whole = st.integers(0, BIG)
amounts = st.dictionaries(ids, whole, max_size=5).map(lambda found: tuple(found.items()))
actions: st.SearchStrategy[Action] = st.one_of(
    st.builds(
        Plan,
        prices=amounts,
        stock=amounts,
        lots=amounts,
        open=st.lists(ids, max_size=5).map(tuple),
        advert=whole,
    ),
    st.builds(Beat, ids, st.one_of(st.just(""), ids)),
    st.builds(SetPrice, ids, whole),
    st.builds(Release, ids, whole),
    st.builds(Link, ids, st.booleans()),
    st.just(Reply()),
    st.just(Cut()),
)


@given(actions)
def test_round_trip_through_json(action: Action) -> None:
    fields = Fields(json.loads(json.dumps(encode(action))), "x")
    assert take_action(fields) == action
    fields.done()


def test_a_product_twice_in_a_plan_is_refused() -> None:
    with pytest.raises(RunError, match="twice"):
        encode(Plan(prices=(("a", 1), ("a", 2))))


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ({"do": "fly"}, "do"),
        ({"do": 3}, "do"),
        ({"do": "beat"}, "pitch"),
        ({"do": "beat", "pitch": "A B", "product": ""}, "pitch"),
        ({"do": "beat", "pitch": "taste", "product": None}, "product"),
        ({"do": "price", "product": "x", "fen": -1}, "fen"),
        ({"do": "price", "product": "x", "fen": True}, "fen"),
        ({"do": "price", "product": "x", "fen": 1.0}, "fen"),
        ({"do": "price", "product": "x", "fen": 2**63}, "fen"),
        ({"do": "link", "product": "x", "open": 1}, "open"),
        ({"do": "release", "product": "../x", "packs": 1}, "product"),
        ({"do": "plan", "prices": [], "stock": {}, "lots": {}, "open": [], "advert": 0}, "prices"),
        ({"do": "plan", "prices": {}, "stock": {}, "lots": {}, "open": "a", "advert": 0}, "open"),
    ],
)
def test_what_is_wrong_is_named(row: dict[str, object], key: str) -> None:
    with pytest.raises(RunError, match=f"f line 3: '{key}'"):
        take_action(Fields(row, "f line 3"))
