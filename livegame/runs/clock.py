"""The time of day, asked for in one place only; nothing that scores depends on it."""

from datetime import UTC, date, datetime


def now() -> str:
    """The time now, as run files have it: 2026-11-22T03:15:34Z."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> date:
    """The day now, in UTC: the same everywhere."""
    return datetime.now(UTC).date()
