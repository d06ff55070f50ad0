"""Where the panels of a campaign's desk go, as a function of the terminal's size."""

from textual.geometry import Region

TALL, CARD = 42, 19  # rows from which there is a picture of who sells below the desk; its rows
LOW, ROW = 34, 5  # rows below which a row's words stand below plan and desk; their rows


def floor(width: int, height: int, *, morning: bool) -> dict[str, Region]:
    """The plan takes two fifths; what a row means stands below it, or below both.

    Args:
        width, height: cells, without the key bar.
        morning: whether there is a plan to turn.
    """
    left = max(36, min(58, width * 2 // 5))
    card = CARD if height >= TALL else 0
    wide = height < LOW and morning  # few rows: the longest of them for the words
    below = ROW if wide else 8
    if not morning:
        below = height - 3  # the plan is taken: there is nothing to turn
    return {
        "head": Region(0, 0, width, 3),
        "plan": Region(0, 3, left, height - 3 - below),
        "row": Region(0, height - below, width - 1 if wide else left, below),
        "desk": Region(left + 2, 3, width - left - 3, height - 3 - (below if wide else card)),
        "card": Region(left + 2, height - card, width - left - 3, card),
    }
