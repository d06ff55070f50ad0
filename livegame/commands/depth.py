"""The depth report: the gates as a Markdown table, put into a page between two marks."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from livegame.bots.gates.gate import Measured, gates, passed
from livegame.catalog.texts import t
from livegame.commands.ladder_report import figure_of, range_of
from livegame.runs.disk import write_atomically
from livegame.runs.problems import RunError

BEGIN, END = "<!-- depth: begin -->", "<!-- depth: end -->"


def depth_table(found: Sequence[Measured], command: str) -> str:
    """The table; of a gate with many subjects the one farthest outside, or nearest to an end.

    Args:
        command: what remakes it.
    """
    lines = [t("ladder.depth.head"), "|---|---|---|---|---|"]
    for name in dict.fromkeys(one.gate for one in found):
        rows = [one for one in found if one.gate == name]
        worst = max(rows, key=_outside)
        held = sum(passed(one) is True for one in rows)
        verdict = (
            t("ladder.no_verdict")
            if worst.figure is None
            else t("ladder.depth.held", held=held, count=len(rows))
        )
        cells = (
            gates()[name].what,
            worst.subject,
            figure_of(worst),
            range_of(gates()[name]),
            verdict,
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, "", t("ladder.depth.made", command=command)])


def _outside(one: Measured) -> float:
    """How far a figure is outside its range, in the range's own measure; below 0 inside."""
    gate = gates()[one.gate]
    if one.figure is None:
        return float("-inf")
    ends: Iterable[float] = ([] if gate.low is None else [gate.low - one.figure]) + (
        [] if gate.high is None else [one.figure - gate.high]
    )
    return max(ends)


def put_between(path: Path, text: str) -> None:
    """Replace what stands between the marks of a page.

    Raises:
        RunError: the page cannot be read, or does not have both marks in order.
    """
    try:
        page = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RunError(t("ladder.depth.no_page", path=path, why=str(error))) from None
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise RunError(t("ladder.depth.no_marks", path=path, begin=BEGIN, end=END))
    whole = f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"
    write_atomically(path, whole.encode())
