"""Judging every choice of a run: what the others would have brought, under the same luck.

Each other beat that was allowed at a moment is tried in three ways: instead of the run's beat,
before it, and the run's next beat at once. All are played to the end of the night with the room
alone; the best three of each moment then with all rooms, and only these count. (Played out in full
for a night of 91 choices and 3153 changes, the best change was among these three every time.) After
its change a lane follows the run's own running order; see `order` and `sweep` for what happens
where that is not possible any more.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from attrs import frozen

from livegame.bots.review.alone import room_alone
from livegame.bots.review.hands import Hands
from livegame.bots.review.order import Change, Differs, Moment, Past, changed, recount
from livegame.bots.review.sweep import Lane, Stage, play, whole_night
from livegame.catalog.texts import t
from livegame.engine.actions import Beat
from livegame.engine.settlement import accounts
from livegame.engine.state import State
from livegame.engine.world import World
from livegame.runs.beginning import begin_track
from livegame.runs.lines import Decision
from livegame.runs.problems import RunError
from livegame.runs.runfile import parse

KEPT = 3  # changes of a moment that are played with all rooms

Told = Callable[[int], None]


@frozen
class Books:
    """How a night ended for the room. Money in fen, levels per mille; by good in slot order."""

    settled: int
    sales: tuple[int, ...]
    packs: tuple[int, ...]
    refunds: int
    spoilage: int
    marketing: int
    penalties: int
    visitors: int
    turned: int
    trust: int


@frozen
class Verdict:
    """What one choice was worth.

    Attributes:
        number: its place among the run's beats.
        best: the change that would have brought most, and how the night would have ended; None
            if none would have brought more than the run's own choice.
        others: how many other choices there were.
    """

    number: int
    best: Change | None
    books: Books | None
    others: int


def past_of(data: bytes, name: str) -> Past:
    """The finished run in the bytes of a file, played again.

    Raises:
        RunError: it does not parse, is unfinished, or is not of these rules and this content.
    """
    return _past(data, name)


@lru_cache(maxsize=2)
def _past(data: bytes, name: str) -> Past:
    run = parse(data, name)
    if run.footer is None:
        raise RunError(t("review.refuse.unfinished", file=name))
    track = begin_track(run)
    decisions = [entry for entry in run.entries if isinstance(entry, Decision)]
    try:
        past = recount(track.world, track.room, run.header.seed, decisions)
    except Differs as error:
        why = t(error.key) if error.key else ""
        raise RunError(t("runs.illegal", file=name, tick=error.tick, why=why)) from None
    if books_of(past.world, past.end, past.room)[0].settled != run.footer.settled:
        raise RunError(t("review.refuse.differs", file=name))
    return past


def books_of(world: World, state: State, room: int) -> list[Books]:
    """How each night of a batch ended for a room."""
    books = accounts(world, state)
    return [
        Books(
            settled=int(books.settled[n, room]),
            sales=tuple(books.value[n, room].tolist()),
            packs=tuple(books.packs[n, room].tolist()),
            refunds=int(books.refunds[n, room]),
            spoilage=int(books.spoilage[n, room]),
            marketing=int(books.marketing[n, room]),
            penalties=int(books.penalties[n, room]),
            visitors=int(state.visitors[n, room]),
            turned=int(state.turned[n, room].sum()),
            trust=int(state.trust[n, room]) * 1000 >> 16,
        )
        for n in range(state.batch)
    ]


def legal(world: World, state: State, room: int) -> list[Beat]:
    """Every beat that a room's host may begin now."""
    hands = Hands(world, room)
    table = world.pitches
    beats = [
        Beat(name, good.id if on_product else "")
        for name, on_product in zip(table.ids[1:], (table.on_product[1:] > 0).tolist(), strict=True)
        for good in (world.goods[room] if on_product else world.goods[room][:1])
    ]
    pitches, slots = np.array([hands.place(beat) for beat in beats], dtype=np.int64).T
    lanes = np.zeros(len(beats), dtype=np.int64)
    fine = hands.allowed(state, lanes, pitches, slots)
    offered = set(world.scenario.pitches)
    return [b for b, ok in zip(beats, fine.tolist(), strict=True) if ok and b.pitch in offered]


def changes_at(past: Past, moment: Moment) -> list[Change]:
    """The other choices that a moment offered.

    A free host may have waited before the beat: what comes first must have been allowed when the
    waiting began, where it is played, and still at the beat, the time that is told.
    """
    instead = legal(past.world, moment.before, past.room)
    early = legal(past.world, moment.first, past.room)
    first = [beat for beat in early if beat in instead]
    return [
        Change("without"),
        *(Change("instead", beat) for beat in instead if beat != moment.beat),
        *(Change("first", beat) for beat in first),
    ]


def _lane(past: Past, moment: Moment, change: Change) -> Lane:
    tick = moment.first.tick if change.kind == "first" else moment.tick
    return Lane(changed(past, moment, change), tick)


def judge(past: Past, numbers: Sequence[int], told: Told | None = None) -> list[Verdict]:
    """Verdicts on some of a run's choices.

    Args:
        past: the run.
        numbers: places of the choices among its beats.
        told: called with the part of the work done since the last call, per mille of it all.
    """
    moments = [past.moments[n] for n in numbers]
    offers = [(m, change) for m in moments for change in changes_at(past, m)]
    if not offers:
        return []
    lanes = [_lane(past, m, change) for m, change in offers]
    guess = _settled(past, room_alone(past), lanes, _share(told, lanes, past, 500))
    chosen = _promising(offers, guess)
    few = [lanes[n] for n in chosen]
    stage = whole_night(past)
    end = play(past, stage, few, _share(told, few, past, 500))
    books = dict(zip(chosen, books_of(past.world, end, past.room), strict=True))
    own = books_of(past.world, past.end, past.room)[0]
    found = []
    for moment in moments:
        here = [n for n, (m, _) in enumerate(offers) if m is moment]
        played = [n for n in here if n in books]
        top = max(played, key=lambda n: (books[n].settled, -n))
        better = books[top].settled > own.settled
        found.append(
            Verdict(
                number=moment.number,
                best=offers[top][1] if better else None,
                books=books[top] if better else None,
                others=len(here),
            )
        )
    return found


def _settled(past: Past, stage: Stage, lanes: Sequence[Lane], told: Told | None) -> list[int]:
    end = play(past, stage, lanes, told)
    settled: list[int] = accounts(stage.world, end).settled[:, stage.room].tolist()
    return settled


def _promising(offers: Sequence[tuple[Moment, Change]], guess: Sequence[int]) -> list[int]:
    """The places of each moment's best few changes, by a first look."""
    by_moment: dict[int, list[int]] = {}
    for n, (moment, _) in enumerate(offers):
        by_moment.setdefault(moment.number, []).append(n)
    chosen: list[int] = []
    for places in by_moment.values():
        ranked = sorted(places, key=lambda n: (-guess[n], n))
        chosen += ranked[:KEPT]
    return chosen


def _share(told: Told | None, lanes: Sequence[Lane], past: Past, share: int) -> Told | None:
    """A callback for lane-ticks that passes on whole thousandths of the work."""
    if told is None:
        return None
    total = sum(past.world.ticks - lane.joins for lane in lanes)
    gone = said = 0

    def note(more: int) -> None:
        nonlocal gone, said
        gone += more
        now = gone * share // total
        if now > said:
            told(now - said)
            said = now

    return note
