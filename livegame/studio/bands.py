"""Forecast bands in words: from the 10th to the 90th of a hundred nights that could follow."""

from livegame.catalog import figures
from livegame.catalog.models import Pitch
from livegame.catalog.texts import t
from livegame.studio import marks
from livegame.studio.ports import Forecast

COLUMNS = ("packs", "desire", "viewers", "trust", "links")
PULL = 1200
LOSSES = ("trust", "viewers")  # told before gains: a host should know of them before choosing


def figure(band: Forecast, column: str, room: int = 99) -> str:
    """One figure of a band: both ends, or the middle where these do not fit into `room` cells."""
    low, high, change = _ends(band, column)
    full = figures.span(low, high, change=change)
    return full if len(full) <= room else figures.about(low, high, change=change)


def _ends(band: Forecast, column: str) -> tuple[int, int, bool]:
    """The two ends of a figure, and whether it is a change."""
    match column:
        case "packs":
            return max(0, band.packs[0]), max(0, band.packs[1]), False
        case "links":
            return max(0, band.sales[0] // 100), max(0, band.sales[1] // 100), False
        case "viewers":
            return *band.watching, True
        case "desire":
            return *_points(band.desire, 100), True
        case _:
            return *_points(band.trust, 10), True


def _points(change: tuple[int, int], parts: int) -> tuple[int, int]:
    """In per cent, of which each is so many parts."""
    low, high = change
    return round(low / parts), round(high / parts)


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
    return [first, *(column for column in COLUMNS[:-1] if column != first)]


def words(pitch: Pitch, band: Forecast, room: int = 99) -> list[str]:
    """A band as short phrases: what the pitch is for, then what it takes, then what it gives.

    Each is at most `room` cells wide, where figures allow it.
    """
    first, *others = order(pitch)
    others.sort(key=lambda column: column not in _lost(band))
    found = [_phrase(band, column, room) for column in (first, *others)]
    found.insert(0 if aim(pitch) == "voice" else len(found), rest(pitch))
    return [phrase for phrase in found if phrase] or [t("studio.beats.nothing")]


def rest(pitch: Pitch) -> str:
    """How much of the voice a pitch gives back; "" where it takes of it."""
    return t("studio.beats.rest", percent=-pitch.voice // 10) if pitch.voice < 0 else ""


def _lost(band: Forecast) -> list[str]:
    """What a beat is likely to lose."""
    return [column for column in LOSSES if sum(_ends(band, column)[:2]) < 0]


def brief(pitch: Pitch, band: Forecast, room: int, *, called: bool = False) -> tuple[str, str, str]:
    """What the pitch is for, as much of the rest as fits, and what all links take, in `room` cells.

    What the links take is left out where there is no room for it beside what the pitch is for;
    where the chat calls for the pitch, it stands there alone.
    """
    money = takings(band)
    if money:
        left = room - len(money) - 1
        first, more = _told(pitch, band, left)
        if len(first) + len(more) <= left:
            return first, more, money
        if called:
            sign = f" {marks.DOWN}" if "trust" in _lost(band) else ""
            label = t("studio.beats.takes", money="")
            sums = figure(band, "links", room - len(label) - len(sign))
            return label + sums, sign, ""
    return *_told(pitch, band, room), ""


def _told(pitch: Pitch, band: Forecast, room: int) -> tuple[str, str]:
    """What the pitch is for, and as much of the rest as fits into `room` cells in all.

    A loss of trust is never left out silently: if it does not fit, a sign stands for it.
    """
    first, *others = words(pitch, band, room)
    loss = _phrase(band, "trust", room) if "trust" in _lost(band) else ""
    if loss in others and len(first) + len(loss) + 2 > room:
        if aim(pitch) != "voice":
            first = _phrase(band, order(pitch)[0], room - len(loss) - 2) or first
        left = room - len(first)
        sign = next((x for x in (f", {loss}", f" {loss}") if len(x) <= left), "")
        return _signed(first, sign or f" {marks.DOWN}", room)
    more = ""
    for phrase in others:
        if len(first) + len(more) + len(phrase) + 2 <= room:
            more += f", {phrase}"
    return first, more


def _signed(first: str, sign: str, room: int) -> tuple[str, str]:
    """Both in `room` cells, as far as words give way: the sign stays."""
    short = first.replace("~", "")
    if len(first) + len(sign) <= room:
        return first, sign
    return short, sign if len(short) + len(sign) <= room else sign.strip()


def takings(band: Forecast) -> str:
    """The middle of what all open links take; nothing where that is nothing."""
    low, high, _ = _ends(band, "links")
    return figures.about(low, high).removeprefix("~") if low or high else ""


def _phrase(band: Forecast, column: str, room: int) -> str:
    label = t(f"studio.beats.{'sells' if column == 'packs' else column}")
    text = figure(band, column, room - len(label) - 1)
    return f"{label} {text}" if text else ""


def links(band: Forecast) -> str:
    """What all open links take until a minute after the beat; nothing where that is nothing."""
    text = figure(band, "links")
    return t("studio.choice.links", money=text) if text else ""
