"""What players type as numbers, read as whole packs or as fen."""

import re


def whole(text: str) -> int | None:
    """3000 or 3,000 as a number; None if it is none."""
    bare = text.replace(",", "").strip()
    return int(bare) if re.fullmatch(r"[0-9]{1,12}", bare) else None


def to_fen(text: str) -> int | None:
    """66, 66.5 or 39.90 yuan in fen; None if it is no price."""
    bare = text.replace(",", "").removeprefix("rmb").strip()
    found = re.fullmatch(r"([0-9]{1,9})(?:\.([0-9]{1,2}))?", bare)
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else None
