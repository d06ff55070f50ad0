"""The range that a number of the content must lie in, as attrs validators."""

from typing import Any

from attrs.validators import ge, le


def within(low: float, high: float) -> list[Any]:
    """Validators for a number between two ends, both allowed."""
    return [ge(low), le(high)]
