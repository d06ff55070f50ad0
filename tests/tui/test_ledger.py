"""What the Record prints: read out, and with its ids named as such."""

from livegame.catalog.library import library
from livegame.studio.ledger import Entry, chapters


def text(entry: Entry) -> list[str]:
    return ["".join(span.text for span in row) for row in entry.full(60)]


def test_ids_are_called_ids() -> None:
    """An id stood alone under the text, as if it were part of what the article says."""
    for entries in chapters(library()).values():
        for entry in entries:
            whole = " ".join(text(entry))
            assert f"id in the content files: {entry.name}" in " ".join(whole.split())


def test_a_year_and_a_description_are_read_out() -> None:
    facts = {entry.name: entry for entry in chapters(library())["facts"]}
    assert facts["radii_618_since"].short.startswith("2010: ")
    told = " ".join(" ".join(text(facts["radii_618_since"])).split())
    assert "[headline" not in told
    assert "its headline is not kept" in told
