"""Does a run file replay to what it says? The answer is the proof of its score."""

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

from livegame.runs.clean import clean
from livegame.runs.problems import RunError
from livegame.runs.replaying import Verdict, bare, replay_together
from livegame.runs.runfile import RunFile, read_run, shown
from livegame.runs.rungs import rung_of
from livegame.runs.store import peek

__all__ = [
    "Verdict",
    "all_ok",
    "leave_interrupts",
    "verify",
    "verify_many",
    "verify_part",
    "verify_run",
]

Progress = Callable[[int, int], None]

TOGETHER = 48  # runs replayed side by side in one process


def verify_run(run: RunFile, file: str) -> Verdict:
    """Replay a run that has been read."""
    return next(iter(replay_together([(run, file)])))


def verify(path: Path) -> Verdict:
    """Replay a run file and compare every checkpoint and the footer.

    Never raises for a bad file: what is wrong with it stands in `why`.
    """
    return verify_part([path])[0]


def verify_part(paths: Sequence[Path]) -> list[Verdict]:
    """Verdicts on some files, in their order; nights of one role and rung pass side by side."""
    found: dict[int, Verdict] = {}
    groups: dict[tuple[str, str, int], list[int]] = {}
    runs: dict[int, RunFile] = {}
    for at, path in enumerate(paths):
        try:
            runs[at] = read_run(path)
        except RunError as error:
            found[at] = Verdict(
                shown(path), False, why=bare(error, shown(path), clean(path.name, 120))
            )
        else:
            head = runs[at].header
            groups.setdefault((head.scenario, head.role, rung_of(head)), []).append(at)
    for group in groups.values():
        verdicts = replay_together([(runs[at], shown(paths[at])) for at in group])
        found.update(zip(group, verdicts, strict=True))
    return [found[at] for at in range(len(paths))]


def _parts(paths: Sequence[Path], jobs: int) -> list[list[int]]:
    """The files' places, sorted by role so that nights can be replayed together, in parts."""

    def role(at: int) -> tuple[str, str]:
        try:
            header, _ = peek(paths[at])
        except RunError:
            return "", ""
        return header.scenario, header.role

    order = sorted(range(len(paths)), key=role)
    size = max(1, min(TOGETHER, -(-len(paths) // max(jobs, 1))))
    parts = [order[i : i + size] for i in range(0, len(order), size)]
    return sorted(parts, key=min)  # whoever waits for the first verdict has it first


def verify_many(
    paths: Sequence[Path],
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Iterator[Verdict]:
    """Verdicts in the order of `paths`, as they become known.

    Args:
        paths: run files.
        jobs: processes to use; 1 stays in this one.
        executor: whatever has `map` as concurrent.futures has; used as it is, and not shut down.
        progress: is told how many of how many are replayed, also while the verdict whose turn it
            is in the order of `paths` is not known yet.
    """
    parts = _parts(paths, jobs)
    files = [[paths[at] for at in part] for part in parts]
    if executor is not None:
        yield from _in_order(parts, executor.map(verify_part, files), progress)
    elif jobs <= 1 or len(parts) < 2:
        yield from _in_order(parts, map(verify_part, files), progress)
    else:
        with ProcessPoolExecutor(min(jobs, len(parts)), initializer=leave_interrupts) as pool:
            try:
                yield from _in_order(parts, pool.map(verify_part, files), progress)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _in_order(
    parts: list[list[int]], verdicts: Iterable[list[Verdict]], progress: Progress | None
) -> Iterator[Verdict]:
    """The verdicts of the parts, as soon as each file's turn has come."""
    known: dict[int, Verdict] = {}
    turn = done = 0
    of = sum(map(len, parts))
    if progress:
        progress(0, of)
    for part, found in zip(parts, verdicts, strict=True):
        done += len(part)
        if progress:
            progress(done, of)
        known.update(zip(part, found, strict=True))
        while turn in known:
            yield known.pop(turn)
            turn += 1


def leave_interrupts() -> None:
    """Ctrl-C is for the process that asked; its helpers end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def all_ok(verdicts: Iterable[Verdict]) -> bool:
    """Whether every run was proven."""
    return all(verdict.ok for verdict in verdicts)
