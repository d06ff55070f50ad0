"""The depth report: the gates as a Markdown table, put into a page between two marks; and of every
other night one row of a second table."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from livegame.bots.gates.gate import Measured, gates, passed
from livegame.catalog.texts import t
from livegame.commands.ladder_report import figure_of, range_of
from livegame.runs.disk import write_atomically
from livegame.runs.problems import RunError

BEGIN, END = "<!-- depth: begin -->", "<!-- depth: end -->"
ROWS_BEGIN, ROWS_END = "<!-- nights: begin -->", "<!-- nights: end -->"


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


def night_row(scenario: str, role: str, nights: int, found: Sequence[Measured]) -> str:
    """A night as one row: how many figures are in range; of each gate with some outside how many,
    and the one farthest out."""
    told = [one for one in found if one.figure is not None]
    held = sum(passed(one) is True for one in told)
    failing = []
    for name in dict.fromkeys(one.gate for one in told if passed(one) is False):
        rows = [one for one in told if one.gate == name]
        worst = max(rows, key=_outside)
        out = sum(passed(one) is False for one in rows)
        words = {"gate": name, "out": out, "count": len(rows)}
        key = "ladder.depth.out" if len(rows) > 1 else "ladder.depth.out_one"
        failing.append(t(key, **words, worst=f"{worst.subject} {figure_of(worst)}".strip()))
    share = t("ladder.depth.held", held=held, count=len(told))
    cells = (f"`{scenario}`", role, str(nights), share, "; ".join(failing))
    return f"| {' | '.join(cells)} |"


def put_row(path: Path, row: str) -> None:
    """Put a night's row in its place of the page's table of nights, or at the table's end.

    Raises:
        RunError: the page cannot be read, or does not have both marks in order.
    """
    marks = (ROWS_BEGIN, ROWS_END)
    before, table, after = _parts(path, marks)
    head = [t("ladder.depth.nights_head"), "|---|---|---|---|---|"]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    name = row.split("|")[1]
    places = [i for i, line in enumerate(rows) if line.split("|")[1] == name]
    rows = [row if i in places else line for i, line in enumerate(rows)]
    rows += [] if places else [row]
    _write(path, before, "\n".join([*head, *rows]), after, marks)


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
    marks = (BEGIN, END)
    before, _, after = _parts(path, marks)
    _write(path, before, text, after, marks)


def _parts(path: Path, marks: tuple[str, str]) -> tuple[str, str, str]:
    """What stands before, between and behind two marks of a page."""
    try:
        page = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RunError(t("ladder.depth.no_page", path=path, why=str(error))) from None
    before, begin, rest = page.partition(marks[0])
    between, end, after = rest.partition(marks[1])
    if not begin or not end:
        raise RunError(t("ladder.depth.no_marks", path=path, begin=marks[0], end=marks[1]))
    return before, between, after


def _write(path: Path, before: str, text: str, after: str, marks: tuple[str, str]) -> None:
    whole = f"{before}{marks[0]}\n\n{text}\n\n{marks[1]}{after}"
    write_atomically(path, whole.encode())
