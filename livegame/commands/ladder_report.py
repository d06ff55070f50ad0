"""What `livegame ladder` prints: rows and gates as lines for people and as JSON."""

import math
from collections.abc import Sequence
from typing import Any

from livegame.bots.gates.gate import Gate, Measured, gates, passed
from livegame.bots.intervals import Interval
from livegame.bots.ladder import LadderRow
from livegame.catalog.texts import t
from livegame.plain.columns import table

SHARE = "share"


def _finite(value: float) -> float | None:
    return round(float(value), 4) if math.isfinite(value) else None


def _interval(found: Interval | None) -> dict[str, float | None] | None:
    if found is None:
        return None
    return {"mean": _finite(found.mean), "low": _finite(found.low), "high": _finite(found.high)}


def ladder_data(
    scenario: str, role: str, nights: Sequence[int], rows: Sequence[LadderRow]
) -> dict[str, Any]:
    """The ladder as one document; points by seed are in the order of the seeds."""
    return {
        "scenario": scenario,
        "role": role,
        "seeds": list(nights),
        "rows": [
            {
                "bot": row.entry.label,
                "mean": _interval(row.mean),
                "median": row.median,
                "step": _interval(row.step),
                "wins": row.wins,
                "points": row.played.points.tolist(),
                "rank_mean": _finite(float(row.played.rank.mean())),
                "pitches": dict(sorted(row.played.pitches.items())),
                "goods": dict(sorted(row.played.goods.items())),
            }
            for row in rows
        ],
    }


def ladder_lines(rows: Sequence[LadderRow], nights: int) -> list[str]:
    """The ladder as a table, the best on top."""
    head = [t(f"ladder.head.{name}") for name in ("bot", "mean", "sure", "median", "step", "wins")]
    cells = [
        [
            row.entry.label,
            f"{row.mean.mean:,.0f}",
            _span(row.mean),
            f"{row.median:,.0f}",
            "-" if row.step is None else f"{row.step.mean:+,.0f} ({_span(row.step)})",
            "-" if row.wins is None else f"{row.wins * 100:.0f} %",
        ]
        for row in reversed(rows)
    ]
    return [*table(head, cells), "", t("ladder.says", nights=nights)]


def _span(found: Interval) -> str:
    if not math.isfinite(found.low):
        return t("ladder.unsure")
    return t("ladder.span", low=f"{found.low:,.0f}", high=f"{found.high:,.0f}")


def gate_data(
    scenario: str, role: str, nights: Sequence[int], found: Sequence[Measured]
) -> dict[str, Any]:
    """The measurements as one document."""
    return {
        "scenario": scenario,
        "role": role,
        "seeds": list(nights),
        "gates": [
            {
                "gate": one.gate,
                "subject": one.subject,
                "figure": None if one.figure is None else _finite(one.figure),
                "low": gates()[one.gate].low,
                "high": gates()[one.gate].high,
                "unit": gates()[one.gate].unit,
                "holds": passed(one),
                "nights": one.nights,
                "note": one.note,
            }
            for one in found
        ],
    }


def gate_lines(found: Sequence[Measured]) -> list[str]:
    """The gates as a table, then how many hold."""
    head = [t(f"ladder.head.{name}") for name in ("gate", "about", "figure", "range", "verdict")]
    cells = [
        [one.gate, one.subject, figure_of(one), range_of(gates()[one.gate]), _verdict(passed(one))]
        for one in found
    ]
    held = sum(passed(one) is True for one in found)
    lines = table(head, cells)
    notes = [
        t("ladder.note", gate=one.gate, subject=one.subject, note=one.note)
        for one in found
        if one.note and one.gate != "role-stars"
    ]
    return [*lines, "", *notes, "", t("ladder.held", held=held, count=len(found))]


def figure_of(one: Measured) -> str:
    """A measurement in words, or that there is none."""
    if one.figure is None:
        return t("ladder.unmeasured")
    return _number(one.figure, gates()[one.gate].unit)


def _number(value: float, unit: str) -> str:
    if not math.isfinite(value):
        return t("ladder.unsure")
    return f"{value * 100:.1f} %" if unit == SHARE else f"{value:,.2f}"


def range_of(gate: Gate) -> str:
    """A required range in words."""
    low, high = (None if end is None else _number(end, gate.unit) for end in (gate.low, gate.high))
    if low is None:
        return t("ladder.at_most", high=high)
    if high is None:
        return t("ladder.at_least", low=low)
    return t("ladder.span", low=low, high=high)


def _verdict(held: bool | None) -> str:
    return t("ladder.no_verdict") if held is None else t("cli.passes" if held else "cli.misses")
