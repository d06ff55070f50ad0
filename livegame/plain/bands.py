"""The honest forecast beside a beat, in words."""

from collections.abc import Sequence

from livegame.bots.forecast import Band, forecast
from livegame.catalog.figures import short
from livegame.catalog.texts import t
from livegame.engine.actions import Beat
from livegame.runs.show import Show


def bands(show: Show, beats: Sequence[Beat]) -> dict[Beat, str]:
    """A phrase for each beat, which must be allowed now; none where the rung hides them."""
    if show.scenario.limits.blind:
        return {}
    found = forecast(show.world, show.state, show.room, beats)
    return {band.action: phrase(band) for band in found}


def _range(low: int, high: int, plus: bool = False) -> str:
    """Both ends with their own units; one figure where both read the same."""
    ends = [f"{'+' if plus and end > 0 else ''}{short(end)}" for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else t("plain.band.range", low=ends[0], high=ends[1])


def phrase(band: Band) -> str:
    """What a beat is likely to change; a loss of trust is always among it."""
    parts: list[str] = []
    if band.packs[1] > 0:
        parts.append(t("plain.band.packs", range=_range(max(0, band.packs[0]), band.packs[1])))
    low, high = (round(end / 100) for end in band.desire)
    if abs(high) >= 2 or abs(low) >= 2:
        parts.append(t("plain.band.desire", range=_range(low, high, plus=True)))
    low, high = (round(end / 10) for end in band.trust)
    if high >= 1 or low <= -1:
        parts.append(t("plain.band.trust", range=_range(low, high, plus=True)))
    parts.append(t("plain.band.watching", range=_range(*band.watching, plus=True)))
    if band.sales[1] >= 100:
        low, high = (max(0, end) // 100 for end in band.sales)
        parts.append(t("plain.band.links", range=_range(low, high)))
    return ", ".join(parts)
