"""Pages of texts and lists: nothing is lost or told twice, and they break where they may."""

from hypothesis import given
from hypothesis import strategies as st

from livegame.studio.lines import Line, line
from livegame.studio.pages import SEAM, pages_of, spans_of

ROWS = st.sampled_from(("text", "blank", "seam"))


def told(kinds: list[str]) -> list[Line]:
    rows: dict[str, Line] = {"blank": (), "seam": SEAM}
    return [rows.get(kind, line(f"{kind} {n}")) for n, kind in enumerate(kinds)]


@given(kinds=st.lists(ROWS, max_size=90), room=st.integers(1, 30))
def test_every_line_stands_on_one_page_and_in_its_order(kinds: list[str], room: int) -> None:
    lines = told(kinds)
    pages = pages_of(lines, room)
    assert [row for page in pages for row in page if row] == [
        row for row in lines if row and row is not SEAM
    ]
    assert pages
    assert all(len(page) <= room for page in pages)
    rows = sum(row is not SEAM for row in lines)
    assert len(pages) <= max(1, -(-rows // room))
    if len(pages) > 1:
        assert all(page and page[0] and page[-1] for page in pages)


def test_a_page_ends_at_a_gap_if_that_takes_no_page_more() -> None:
    paragraph = ["text"] * 4
    text = told([*paragraph, "blank", *paragraph, "blank", *paragraph, "blank", *paragraph])
    assert [len(page) for page in pages_of(text, 12)] == [9, 9]
    seams = told(["seam", *paragraph, "seam", *paragraph, "seam", *paragraph])
    assert [len(page) for page in pages_of(seams, 10)] == [8, 4]
    assert [len(page) for page in pages_of(told(["text"] * 20), 10)] == [10, 10]


def test_no_line_of_a_paragraph_is_left_alone() -> None:
    text = told([*["text"] * 9, "seam", *["text"] * 9])
    assert len(pages_of(text, 10)[0]) == 9  # not one more, which would stand alone
    text = told([*["text"] * 11, "seam", *["text"] * 6])
    assert len(pages_of(text, 10)[0]) == 9  # a second one goes with the last to the next page


@given(
    groups=st.lists(st.integers(0, 9), max_size=14),
    room=st.integers(1, 25),
    first=st.booleans(),
)
def test_every_row_of_a_list_is_on_one_page(groups: list[int], room: int, first: bool) -> None:
    heads, count = set(), 0 if first else 1  # a list may begin with a row that has no head
    for size in groups:
        heads.add(count)
        count += 1 + size
    pages = spans_of(count, heads, room)
    assert [row for page in pages for row in page] == list(range(count))
    for page in pages:
        again = len(page) and page[0] not in heads and any(head < page[0] for head in heads)
        assert len(page) + (bool(again) and room > 1) <= room
    if room > 3 and all(groups):
        assert not any(page[-1] in heads for page in pages if page and page[-1] < count - 1)


def test_groups_stay_whole_where_that_is_not_wasteful() -> None:
    heads = (0, 6, 12)
    assert spans_of(18, heads, 15) == [range(12), range(12, 18)]
    assert spans_of(18, heads, 18) == [range(18)]
    assert spans_of(10, (0,), 6) == [range(6), range(6, 10)]
    assert spans_of(0, (), 6) == [range(0)]
