"""Whether the player goes on with a run that waits, or begins anew."""

from collections.abc import Iterable
from pathlib import Path

from livegame.catalog.texts import t
from livegame.plain.console import Console
from livegame.plain.words import country
from livegame.runs.store import peek


def goes_on(
    console: Console, waiting: Iterable[Path], scenario: str, role: str | None
) -> Path | None:
    """Offer the first run that waits of a scenario, of one office if any is named; None if there
    is none or the player would rather begin anew.

    Raises:
        Left: the player quits, or there is no more input.
        RunError: a file that waits cannot be read.
    """
    for path in waiting:
        header, _ = peek(path)
        if header.scenario != scenario or role not in (None, header.role):
            continue
        console.say(t("plain.unfinished", who=country(header.role), created=header.created[:16]))
        choices = [t("plain.go_on"), t("plain.anew")]
        anew = console.choose(t("plain.choice"), choices, default=0) == 1
        return None if anew else path
    return None
