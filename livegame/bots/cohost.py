"""The co-host: what the planner would do now, and the reason in figures that the host can see.

The planner plays beats on under luck drawn anew, never under the night's own, so a hint tells
nothing that could not be known.
"""

from typing import Protocol

from attrs import frozen

from livegame.bots.forecast import Band, forecast
from livegame.bots.hosts.planner import DEPTH, SAMPLES, STORED, WIDTH
from livegame.bots.lookahead import worths
from livegame.bots.seat import Seat
from livegame.catalog.figures import whole
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.actions import Beat
from livegame.engine.state import State
from livegame.engine.world import World
from livegame.runs.hints import may_hint
from livegame.runs.lines import Header

PULL = 1200  # factor on arrivals, per mille, from which a pitch is for the crowd
CLOSE = 3  # points: less is no difference


class Playing(Protocol):
    """What the co-host must know of a run; `livegame.runs.session.Session` has it."""

    @property
    def world(self) -> World:
        """The night's rules and goods."""

    @property
    def state(self) -> State:
        """The moment."""

    @property
    def room(self) -> int:
        """Whose hand it is."""

    @property
    def header(self) -> Header:
        """How the run was begun."""


@frozen
class Hint:
    """A beat, and what speaks for it.

    Attributes:
        beat: what to begin now. band: what it brings. other: the best beat that is not it, if
            there is one; behind: points by which a plan that begins with that one is worth less.
    """

    beat: Beat
    band: Band
    other: Beat | None
    behind: int


def think(world: World, state: State, room: int) -> Hint | None:
    """The planner's choice and its runner-up; None if nothing may begin."""
    seat = Seat(world, state, room)
    if not seat.beats:
        return None
    par = max(world.par[room], 1)
    pace = par / (world.ticks * world.tick_seconds)

    def ranked(plans: list[tuple[Beat, ...]]) -> list[tuple[float, tuple[Beat, ...]]]:
        gains, _ = worths(seat, plans, SAMPLES, STORED, pace)
        order = sorted(range(len(plans)), key=lambda n: (-gains[n], n))
        return [(float(gains[n]), plans[n]) for n in order]

    found = ranked([(beat,) for beat in seat.beats])
    for _ in range(1, DEPTH):
        best = [plan for _, plan in found[:WIDTH]]
        found = ranked([(*plan, follow[0]) for plan in best for follow in best])
    gain, plan = found[0]
    rest = next(((g, p[0]) for g, p in found if p[0] != plan[0]), None)
    behind = round((gain - rest[0]) * 1000 / par) if rest else 0
    (band,) = forecast(world, state, room, [plan[0]])
    return Hint(plan[0], band, rest[1] if rest else None, behind)


def hint(run: Playing) -> str:
    """One line: the beat and why; or why there is none."""
    if not may_hint(run.header):
        return t("review.cohost.practice")
    if int(run.state.left[0, run.room]) > 0:
        return t("review.cohost.busy")
    found = think(run.world, run.state, run.room)
    if found is None:
        return t("review.cohost.none")
    why = [reason(Seat(run.world, run.state, run.room), found)]
    if found.other is not None:
        key = "waiting" if found.behind >= CLOSE else "close"
        other = _words(found.other)
        why.append(t(f"review.cohost.{key}", other=other, points=max(found.behind, CLOSE)))
    what = _words(found.beat)
    return t("review.cohost.said", what=what, why=t("review.cohost.and").join(why))


def reason(seat: Seat, found: Hint) -> str:
    """What the beat is for, in the figures of its band."""
    here, band = library().under(seat.world.scenario), found.band
    pitch = here.pitches[found.beat.pitch]
    good = seat.view.product_view(found.beat.product)
    percent = whole(good.desire) if good else 0
    if pitch.launch or pitch.extra:
        low, high = (max(0, packs) for packs in band.packs)
        return t("review.cohost.sells", percent=percent, range=_range(low, high))
    if pitch.pull >= PULL:
        return t("review.cohost.crowd", range=_range(*band.watching))
    if pitch.voice < 0:
        return t("review.cohost.rests", percent=whole(seat.view.voice))
    lift, faith = band.desire[1], band.trust[1]
    if lift >= 100 or faith < 10:
        span = _range(*(round(part / 100) for part in band.desire))
        return t("review.cohost.builds", before=percent, range=span)
    return t("review.cohost.trust", range=_range(*(round(part / 10) for part in band.trust)))


def _range(low: int, high: int) -> str:
    return f"{low:,}" if low == high else t("review.cohost.range", low=f"{low:,}", high=f"{high:,}")


def _words(beat: Beat) -> str:
    name = library().pitches[beat.pitch].name
    good = library().products.get(beat.product)
    on = t("review.cohost.on", name=good.short) if good else ""
    return t("review.cohost.begin", pitch=name, on=on)
