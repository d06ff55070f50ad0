"""Signs that stand for states, so that nothing hangs on colour; one place for all of them."""

OPEN, SHUT, GONE, ABSENT = "●", "○", "✖", "-"
UP, DOWN, LEVEL = "▲", "▼", "·"
HERE, NEXT = "▸", "»"
BEAT, LAUNCH, SOLD_OUT, PEAK = "╵", "▲", "✖", "◆"
WISHED = "♥"
YES, NO = "✓", "✗"
RECORDED, ASSUMED = "■", "□"


def link(is_open: bool, shelf: int) -> str:
    """The sign of a link: open, shut, or open with nothing left."""
    if not is_open:
        return SHUT
    return OPEN if shelf else GONE


def trend(change: int) -> str:
    """Up, down or level."""
    return UP if change > 0 else DOWN if change < 0 else LEVEL
