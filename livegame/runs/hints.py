"""Runs in which the co-host may speak: practice only, and their header says so from its first line.

That the co-host was at hand is written when the run begins, before it has said a word: a mark that
came with the first hint could be lost with it.
"""

from collections.abc import Mapping

from livegame.runs.lines import Header

HINTS = "hints"
PRACTICE = "practice"

Options = Mapping[str, int | str]


def with_hints(options: Options | None = None) -> dict[str, int | str]:
    """Header options for a run with hints."""
    return {**(options or {}), HINTS: 1}


def has_hints(header: Header) -> bool:
    """Whether the co-host may speak in a run, or could in the one that it was taken over from."""
    return header.options.get(HINTS) == 1


def may_hint(header: Header) -> bool:
    """Whether the co-host speaks in this run: which is practice."""
    return header.mode == PRACTICE and has_hints(header)
