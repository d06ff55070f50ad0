"""Numbers as players read them."""

_STEPS = ((1_000_000_000, "bn"), (1_000_000, "m"), (1000, "k"))


def count(number: int) -> str:
    """128,402."""
    return f"{number:,}"


def short(number: int) -> str:
    """128k, 2.1k, 9.04m: three figures at most."""
    size = abs(number)
    for step, unit in _STEPS:
        if size >= step:
            return f"{_three(number, step)}{unit}"
    return str(number)


def _three(number: int, step: int) -> str:
    size = abs(number)
    digits = 2 if size < 10 * step and step > 1000 else 1 if size < 100 * step else 0
    sign = "-" if number < 0 else ""
    scaled = size * 10**digits // step
    if not digits:
        return f"{sign}{scaled}"
    text = f"{scaled // 10**digits}.{scaled % 10**digits:0{digits}}"
    return sign + text.rstrip("0").rstrip(".")


def span(low: int, high: int, *, change: bool = False) -> str:
    """Both ends, each with its own unit, so that it can be read in one way only.

    1k-1.4k, 161k-195k; a change has signs: +20-28, -12k to -3k, -3 to +2; nothing for nought.
    """
    if low == high == 0:
        return ""
    first, second = short(_coarse(low)), short(_coarse(high))
    if change:
        first, second = signed(first, low), signed(second, high)
    if first == second:
        return first
    if low < 0 or (change and low == 0):
        return f"{first} to {second}"
    return f"{first}-{second.lstrip('+')}"


def about(low: int, high: int, *, change: bool = False) -> str:
    """The middle of the two, where there is no room for both: ~150k, ~+20."""
    middle = (low + high) // 2
    text = short(_coarse(middle))
    return "~" + (signed(text, middle) if change else text)


def within(number: int, width: int) -> str:
    """The figure in at most `width` cells: in full, else shortened to three figures."""
    full = count(number)
    return full if len(full) <= width else short(number)


def price_within(fen: int, width: int) -> str:
    """A price in at most `width` cells: to the fen, else in whole yuan, else shortened."""
    full = price(fen)
    return full if len(full) <= width else within(fen // 100, width)


def _coarse(number: int) -> int:
    """Two figures of what is over a thousand, three of what is not far below a unit."""
    size = abs(number)
    step = next((s for s, _ in _STEPS if size >= s), 1)
    if step == 1 or size < 10 * step:
        return number
    rounded = (size + step // 2) // step * step
    return -rounded if number < 0 else rounded


def signed(text: str, number: int) -> str:
    """`text`, a figure of `number`, with a plus where it is above nought."""
    return f"+{text}" if number > 0 else text


def yuan(fen: int) -> str:
    """412,380: whole yuan, towards nought."""
    whole = abs(fen) // 100
    return f"-{whole:,}" if fen < 0 and whole else f"{whole:,}"


def nearest_yuan(fen: int) -> str:
    """78 for 77.74: whole yuan, the nearest, where there is no room for fen."""
    whole = (abs(fen) + 50) // 100
    return f"-{whole:,}" if fen < 0 and whole else f"{whole:,}"


def money(fen: int) -> str:
    """RMB 412,380."""
    return f"RMB {yuan(fen)}"


def exact(fen: int) -> str:
    """412,380.50: to the fen."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100:,}.{abs(fen) % 100:02}"


def price(fen: int) -> str:
    """66 or 39.90."""
    return f"{fen // 100:,}" if fen % 100 == 0 else exact(fen)


def percent(permille: int) -> str:
    """68 %."""
    return f"{whole(permille)} %"


def whole(permille: int) -> int:
    """68, of a hundred: rounded to the nearest, as `percent` is, so that one level reads the same
    wherever it stands."""
    return (permille + 5) // 10


def share(permille: int) -> str:
    """99 %, of something that is whole only where nothing at all is missing."""
    return f"{whole_share(permille)} %"


def whole_share(permille: int) -> int:
    """99, of a hundred: rounded as `whole` is, but 100 only where it is all."""
    return whole(permille) if permille >= 1000 else min(whole(permille), 99)


def tenths(permille: int) -> str:
    """3.4 %."""
    return f"{permille // 10}.{permille % 10} %"


def seconds(tenth: int) -> str:
    """4.2 s, 2 min 05 s."""
    if tenth < 600:
        return f"{tenth // 10}.{tenth % 10} s"
    return f"{tenth // 600} min {tenth // 10 % 60:02} s"


def beat_time(second: int, gap: str = "") -> str:
    """How long a beat takes: 90s, 10m; `gap` stands before the unit."""
    if second < 600:
        return f"{second}{gap}s"
    return f"{second // 60}{gap}{'min' if gap else 'm'}"


def clock(starts: str, second: int) -> str:
    """The time of day `second` seconds after `starts` (HH:MM)."""
    hour, _, minute = starts.partition(":")
    total = int(hour) * 3600 + int(minute[:2] or 0) * 60 + second
    return f"{total // 3600 % 24:02}:{total // 60 % 60:02}:{total % 60:02}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def stars(number: int, most: int = 3) -> str:
    """★★☆."""
    return "★" * number + "☆" * max(0, most - number)
