"""Rungs of difficulty in run files and on the board: which was played, and which are open.

A rung above the first has a board of its own, of nights as of campaigns. It opens with stars on
the rung below, in proven runs that the player has played from the start.
"""

from collections.abc import Iterable
from typing import Protocol

from attrs import frozen

from livegame.catalog.nights import Rung, Scenario
from livegame.catalog.rungs import rung_here
from livegame.catalog.texts import t
from livegame.engine.feats import trophies_of
from livegame.engine.result import Result
from livegame.runs.lines import Header
from livegame.runs.problems import RunError
from livegame.runs.store import CAMPAIGN, NIGHT_RUNG
from livegame.runs.worlds import world_of

HELD = ("practice", "bot")  # modes with one board for all rungs
NOT_EARNED = (*HELD, "history", "taken-over")  # runs whose stars open nothing


class Earned(Protocol):
    """What rungs and trophies are counted by; `livegame.runs.rows.Row` is one."""

    @property
    def scenario(self) -> str:
        """Which night."""

    @property
    def mode(self) -> str:
        """Which board."""

    @property
    def rung(self) -> int:
        """The rung of difficulty."""

    @property
    def stars(self) -> int:
        """Stars."""

    @property
    def trophies(self) -> str:
        """Ids of the trophies won, apart by blanks."""

    @property
    def verified(self) -> bool:
        """The replay gave this score."""


def mode_of(rung: int, mode: str = "free") -> str:
    """The board that a run of a rung belongs to: each rung above the first has its own."""
    return mode if rung == 1 or mode in HELD else f"rung-{rung}"


def rung_of(head: Header) -> int:
    """The rung that a run was played on, of a night or a campaign; 0 if its header tells none
    that there could be."""
    said = head.options.get(CAMPAIGN, head.options.get(NIGHT_RUNG, 1))
    return said if type(said) is int and said >= 1 else 0


def why_not_rung(head: Header) -> str:
    """ "" if a night's run may stand under its mode, else what is wrong, in words."""
    rung = rung_of(head)
    if rung == 1:
        fits = not head.mode.startswith("rung-")
    else:
        fits = head.mode in (*HELD, "taken-over", mode_of(rung))
    return "" if fits else t("days.claim_mode", mode=head.mode, rung=rung)


@frozen
class Step:
    """A rung as a player stands to it.

    Attributes:
        number: from 1. stars: the best on it, in proven runs. open: whether it may be played.
    """

    number: int
    rung: Rung
    stars: int
    open: bool


def steps_of(scene: Scenario, rows: Iterable[Earned]) -> list[Step]:
    """The rungs of a night, each with the player's best stars and whether it is open.

    Args:
        scene: the night. rows: of the board, of whatever night.
    """
    best: dict[int, int] = {}
    for row in rows:
        if row.scenario == scene.id and row.verified and row.mode not in NOT_EARNED:
            best[row.rung] = max(best.get(row.rung, 0), row.stars)
    steps: list[Step] = []
    for number, rung in enumerate(scene.rung, 1):
        open_ = number == 1 or (steps[-1].open and steps[-1].stars >= rung.stars)
        steps.append(Step(number, rung, best.get(number, 0), open_))
    return steps


def trophies_won(scene: Scenario, rows: Iterable[Earned]) -> list[str]:
    """The ids of a night's trophies that a player has won in proven runs, on any rung."""
    found = {
        name
        for row in rows
        if row.scenario == scene.id and row.verified and row.mode not in NOT_EARNED
        for name in row.trophies.split()
    }
    return [trophy.id for trophy in scene.trophy if trophy.id in found]


def check_open(scene: Scenario, rung: int, rows: Iterable[Earned]) -> None:
    """Whether a player may play a rung yet.

    Raises:
        RunError: there is none of that number, or it takes stars that are still wanting.
    """
    world_of(scene.id, rung)
    step = next((s for s in steps_of(scene, rows) if s.number == rung), None)
    if step and not step.open:
        stars = stars_in_words(step.rung.stars)
        raise RunError(t("rungs.shut", name=step.rung.name, stars=stars, below=rung - 1))


def stars_in_words(stars: int) -> str:
    """How many stars, in words."""
    return t(f"rungs.stars_{('one', 'two', 'three')[stars - 1]}")


def next_rung(scene: Scenario) -> Rung | None:
    """The rung above the one whose rules a night has; None above the last."""
    return scene.rung[scene.step] if scene.step < len(scene.rung) else None


def on_lines(scene: Scenario) -> list[str]:
    """On which rung a night is played, with its rule; nothing where it has but one."""
    rung = rung_here(scene)
    if rung is None or len(scene.rung) < 2:
        return []
    told = {"number": scene.step, "most": len(scene.rung), "name": rung.name}
    return [t("rungs.on", what=rung.what, **told)]


def end_lines(scene: Scenario, result: Result, mode: str) -> list[str]:
    """Of a finished night: the rung, each trophy, won or not, and the rung that it opens.

    Args:
        scene: the night, by the rules of its rung. mode: under which it stands on the board.
    """
    has = trophies_of(scene, result)
    lines = on_lines(scene)
    for trophy in scene.trophy:
        key = "rungs.won" if trophy.id in has else "rungs.wanting"
        lines.append(t(key, name=trophy.name, what=trophy.what))
    above = next_rung(scene)
    if above is None or mode in NOT_EARNED:
        return lines
    if result.stars >= above.stars:
        return [*lines, t("rungs.opens", name=above.name, what=above.what)]
    return [*lines, t("rungs.next", name=above.name, stars=stars_in_words(above.stars))]


def won_lines(scene: Scenario, result: Result, mode: str) -> list[str]:
    """The same in short: the rung above the first, the trophies won, the rung that opens."""
    has = trophies_of(scene, result)
    rung, above = rung_here(scene), next_rung(scene)
    lines = []
    if rung and scene.step > 1:
        told = {"number": scene.step, "most": len(scene.rung), "name": rung.name}
        lines.append(f"{t('rungs.head')} {t('rungs.line', **told)}")
    lines += [t("rungs.cup", name=cup.name) for cup in scene.trophy if cup.id in has]
    if above and mode not in NOT_EARNED and result.stars >= above.stars:
        lines.append(t("rungs.opened", name=above.name))
    return lines
