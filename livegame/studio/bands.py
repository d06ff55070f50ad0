"""Forecast bands in words: from the 10th to the 90th of a hundred nights that could follow."""

from livegame.catalog.models import Pitch
from livegame.catalog.texts import t
from livegame.studio import figures
from livegame.studio.ports import Forecast

COLUMNS = ("packs", "desire", "viewers", "trust")
PULL = 1200


def span(low: int, high: int, *, change: bool = True) -> str:
    """`+20..28`, `-3..+2`, `161..195k`; one figure where both are the same; nothing for nought."""
    if low == high == 0:
        return ""
    first, second = figures.short_range(low, high)
    if change:
        first = figures.signed(first, low)
        second = second if low > 0 else figures.signed(second, high)
    return first if first.lstrip("+") == second.lstrip("+") else f"{first}..{second}"


def figure(band: Forecast, column: str) -> str:
    """One figure of a band, short."""
    match column:
        case "packs":
            return span(*(max(0, packs) for packs in band.packs), change=False)
        case "viewers":
            return span(*band.watching)
        case "desire":
            return _points(band.desire)
        case _:
            return _points(band.trust)


def _points(change: tuple[int, int]) -> str:
    low, high = (round(part / 10) for part in change)
    return span(low, high)


def aim(pitch: Pitch) -> str:
    """What a pitch is for: packs, viewers, voice, trust or desire."""
    if pitch.launch:
        return "packs"
    if pitch.pull >= PULL:
        return "viewers"
    if pitch.voice < 0:
        return "voice"
    if pitch.extra:
        return "basket"
    if pitch.anchor:
        return "price"
    most = max(pitch.desire.values(), default=0)
    return "trust" if not pitch.needs_product or pitch.trust * 5 > most else "desire"


def order(pitch: Pitch) -> list[str]:
    """The figures of a pitch, the one that it is for first."""
    first = {"basket": "packs", "price": "desire", "voice": "viewers"}.get(aim(pitch), aim(pitch))
    return [first, *(column for column in COLUMNS if column != first)]


def words(pitch: Pitch, band: Forecast) -> list[str]:
    """A band as short phrases, the one that matters first."""
    found = []
    for column in order(pitch):
        text = figure(band, column)
        if text:
            label = "sells" if column == "packs" else column
            found.append(f"{t(f'studio.beats.{label}')} {text}")
    return found or [t("studio.beats.nothing")]
