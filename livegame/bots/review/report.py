"""A whole review: the curve of the score with its turns, every choice, and what mattered most."""

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, wait
from pathlib import Path

from attrs import frozen

from livegame.bots.aside import Aside
from livegame.bots.review.judge import Books, Verdict, books_of, judge, past_of
from livegame.bots.review.order import Change, Past
from livegame.bots.review.turns import turns_of
from livegame.engine.actions import Beat
from livegame.engine.settlement import accounts, points_of
from livegame.engine.view import RoomView
from livegame.engine.watch import view
from livegame.runs.lines import Header
from livegame.runs.origin import TAKEN_OVER, at_words, origin_of
from livegame.runs.runfile import parse, read_bytes, shown

PARTS = 12  # that the work is cut into, so that progress can be told
MATTERED = 3
ASK_SECONDS = 0.2
Progress = Callable[[int, int], None]


class Stopped(Exception):
    """The review was called off."""


@frozen
class Choice:
    """One beat of the run, and what it was worth beside the others.

    Attributes:
        number: its place, from 0. tick, beat: when and what.
        seen: the room as the host saw it just before.
        best: the change that would have brought most; None if the choice itself was the best.
        lost: points that this change would have added; 0 where there is none.
        kept: the run's settled value as a share of the best one within reach, per mille.
        others: how many other choices there were.
        then: how the night would have ended with the change.
    """

    number: int
    tick: int
    beat: Beat
    seen: RoomView
    best: Change | None
    lost: int
    kept: int
    others: int
    then: Books | None


@frozen
class Review:
    """What a finished run has to teach.

    Attributes:
        scenario, role, seed, points: of the run.
        accuracy: mean over the player's choices of what each kept of the best that was within
            reach, per mille, rounded down: 1000 if all kept everything, or there are none.
        curve: the score if the broadcast had ended at each tick [ticks + 1], unsold stock and all.
        turns: ticks at which that curve bends most, in order.
        choices: all beats, in order. mattered: the numbers of the player's that cost most, the
            dearest first; the same change is named only once.
        own: how the run ended.
        since: tick from which the choices are the player's: 0, or when the run was taken over.
        origin: "" or where a taken-over run comes from ("from history at 21:12").
    """

    scenario: str
    role: str
    seed: int
    points: int
    accuracy: int
    curve: tuple[int, ...]
    turns: tuple[int, ...]
    choices: tuple[Choice, ...]
    mattered: tuple[int, ...]
    own: Books
    since: int = 0
    origin: str = ""

    @property
    def mine(self) -> tuple[Choice, ...]:
        """The player's choices: those before a taking over are another host's."""
        return tuple(choice for choice in self.choices if choice.tick >= self.since)


def review(
    path: Path,
    *,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
    stop: Callable[[], bool] = bool,
) -> Review:
    """Review the finished run in a file: some ten seconds of two processors for a whole night.

    Args:
        path: the run file.
        jobs: processes to use; executor: anything with concurrent.futures' submit, instead.
        progress: called with (thousandths done, 1000).
        stop: asked now and then whether nobody wants to know any more.

    Raises:
        Stopped: nobody did.
        AsideError: a process has gone.
        RunError: unreadable, unfinished, of other rules or content, or it differs from its replay.
    """
    data, name = read_bytes(path), shown(path)
    past = past_of(data, name)
    if executor is None and jobs > 1:
        aside = Aside(jobs)
        try:
            verdicts = _gather(data, name, past, aside, progress, stop)
        finally:
            aside.shutdown(cancel_futures=True)
    elif executor:
        verdicts = _gather(data, name, past, executor, progress, stop)
    else:
        verdicts = _here(past, progress)
    return _review(past, parse(data, name).header, verdicts)


def _here(past: Past, progress: Progress | None) -> list[Verdict]:
    done = 0

    def told(more: int) -> None:
        nonlocal done
        done += more
        if progress:
            progress(done, 1000)

    found = judge(past, range(len(past.moments)), told)
    if progress and done < 1000:
        progress(1000, 1000)
    return found


def _part(data: bytes, name: str, numbers: tuple[int, ...]) -> list[Verdict]:
    return judge(past_of(data, name), numbers)


def _gather(
    data: bytes,
    name: str,
    past: Past,
    executor: Executor,
    progress: Progress | None,
    stop: Callable[[], bool],
) -> list[Verdict]:
    parts = split(past, PARTS)
    whole = sum(_work(past, part) for part in parts)
    futures = {executor.submit(_part, data, name, part): part for part in parts}
    found: list[Verdict] = []
    done = 0
    while futures:
        ready, _ = wait(futures, ASK_SECONDS, FIRST_COMPLETED)
        if stop():
            raise Stopped
        for future in ready:
            found += future.result()
            done += _work(past, futures.pop(future))
            if progress:
                progress(done * 1000 // whole, 1000)
    return sorted(found, key=lambda verdict: verdict.number)


def _work(past: Past, numbers: Sequence[int]) -> int:
    """About how much there is to play for some choices: the ticks that are left after each."""
    return sum(past.world.ticks - past.moments[n].tick for n in numbers)


def split(past: Past, parts: int) -> list[tuple[int, ...]]:
    """The choices in stretches of about as much work, none of them empty."""
    each = _work(past, range(len(past.moments))) / parts
    found: list[list[int]] = [[]]
    for n in range(len(past.moments)):
        found[-1].append(n)
        if _work(past, found[-1]) >= each:
            found.append([])
    return [tuple(part) for part in found if part]


def _review(past: Past, header: Header, verdicts: Sequence[Verdict]) -> Review:
    own = books_of(past.world, past.end, past.room)[0]
    origin = origin_of(header.options) if header.mode == TAKEN_OVER else None
    since = origin.tick if origin else 0
    choices = tuple(_choice(past, own, verdict) for verdict in verdicts)
    curve = tuple(
        points_of(past.world, past.room, int(accounts(past.world, s).settled[0, past.room]))
        for s in past.states
    )
    mine = [choice for choice in choices if choice.tick >= since]
    return Review(
        scenario=header.scenario,
        role=past.world.roles[past.room],
        seed=past.seed,
        points=points_of(past.world, past.room, own.settled),
        accuracy=accuracy(mine),
        curve=curve,
        turns=turns_of(curve),
        choices=choices,
        mattered=_mattered(mine),
        own=own,
        since=since,
        origin=at_words(header.scenario, origin.words, since) if origin else "",
    )


def _points(past: Past, fen: int) -> int:
    """Points for a difference in settled value, rounded to the nearest."""
    par = max(past.world.par[past.room], 1)
    return (fen * 1000 + par // 2) // par


def _choice(past: Past, own: Books, verdict: Verdict) -> Choice:
    moment = past.moments[verdict.number]
    top = verdict.books.settled if verdict.books else own.settled
    return Choice(
        number=verdict.number,
        tick=moment.tick,
        beat=moment.beat,
        seen=view(past.world, moment.before, past.room),
        best=verdict.best,
        lost=_points(past, top - own.settled),
        kept=kept(own.settled, top),
        others=verdict.others,
        then=verdict.books,
    )


def kept(own: int, best: int) -> int:
    """What a choice kept of the best settled value within its reach, per mille; fen."""
    if best <= own:
        return 1000
    return max(own, 0) * 1000 // best if best > 0 else 0


def accuracy(choices: Sequence[Choice]) -> int:
    """The mean of what the choices kept, per mille."""
    return sum(choice.kept for choice in choices) // len(choices) if choices else 1000


def _mattered(choices: Sequence[Choice]) -> tuple[int, ...]:
    found: list[int] = []
    named = set()
    for choice in sorted(choices, key=lambda c: (-c.lost, c.number)):
        what = (choice.best, choice.beat)
        if choice.lost > 0 and what not in named and len(found) < MATTERED:
            named.add(what)
            found.append(choice.number)
    return tuple(found)
