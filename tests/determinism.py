"""Replays the golden runs on machines that this one can pretend to be; every state must be equal.

    python tests/determinism.py [--ticks N] [--python PATH ...] [--numpy VERSION ...] [--jobs N]

Each pretence is a process of its own: numpy's SIMD kernels off, the C library's AVX and FMA
variants off, other OpenBLAS cores, other hash seeds, all of it together. With --python, the same
under other interpreters, in throw-away virtual environments with each --numpy (the oldest and the
newest by default). Exit code 1 if any state differs, 2 if an environment could not be made.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from livegame.runs.runfile import RunFile

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
NEWEST = "newest"
OLDEST = "1.26.4 or 2.1.0"  # the second where the first has no wheel for the interpreter
NEEDS = ("attrs>=24.2", "cattrs>=24.1", "platformdirs>=4.2")
# Names for the C library's switches before and after glibc 2.33.
NO_VECTORS = ("AVX2_Usable", "AVX512F_Usable", "FMA_Usable", "AVX2", "AVX512F", "AVX512VL", "FMA",
              "ERMS", "AVX")  # fmt: skip
CORES = ("Prescott", "Haswell", "SkylakeX", "Zen")
FEATURES = """
try:
    from numpy._core import _multiarray_umath as numpy_core
except ImportError:
    from numpy.core import _multiarray_umath as numpy_core
print(*(f for f in numpy_core.__cpu_dispatch__ if numpy_core.__cpu_features__.get(f)))
"""


def replay(path: Path, ticks: int) -> str:
    """ "" if a golden's first ticks come out as its file says, else where they part."""
    from livegame.runs.lines import STEP_DIGITS, Check, Decision
    from livegame.runs.runfile import read_run

    run = read_run(path)
    steps = "".join(e.steps for e in run.entries if isinstance(e, Check))
    decisions = [e for e in run.entries if isinstance(e, Decision)]
    end = len(steps) // STEP_DIGITS
    track, onwards = begun(run)
    while track.tick < min(ticks, end):
        for entry in (d for d in decisions if d.tick == track.tick):
            track = track.acted(entry.action)
        track = onwards(track)
        said = steps[(track.tick - 1) * STEP_DIGITS : track.tick * STEP_DIGITS]
        if not track.steps.endswith(said):
            return f"{path.stem} differs from tick {track.tick} on"
    return "" if track.tick < end else ended(path)


def begun(run: "RunFile") -> tuple[Any, Callable[[Any], Any]]:
    """A run's first moment, a night's or a campaign's, and how one tick or step goes by."""
    from livegame.runs.beginning import begin_track
    from livegame.runs.campaigns.seasons import is_campaign, season_of_header
    from livegame.runs.campaigns.track import DaysTrack

    if is_campaign(run.header.scenario):
        season = season_of_header(run.header, run.name)
        return DaysTrack.begin(season, run.header.seed, run.start), lambda track: track.advanced()
    return begin_track(run), lambda track: track.ticked()[0]


def ended(path: Path) -> str:
    """ "" if a golden is verified to its last figure, else why not."""
    from livegame.runs.verify import verify

    verdict = verify(path)
    return "" if verdict.ok else f"{path.stem}: {verdict.why}"


def child(ticks: int, only: str) -> int:
    """Replay in this process; one JSON document with what differs, and what this process is."""
    import numpy as np

    paths = [path for path in sorted((TESTS / "golden").glob("*.live")) if only in path.stem]
    differences = [why for path in paths if (why := replay(path, ticks))]
    about = {"python": sys.version.split()[0], "numpy": np.__version__, "runs": len(paths)}
    print(json.dumps(about | {"differences": differences}))
    return 0


def features(python: str) -> list[str]:
    """The SIMD features that an interpreter's numpy would use here and can be told not to."""
    found = subprocess.run([python, "-c", FEATURES], capture_output=True, text=True, check=True)
    return found.stdout.split()


def pretences(simd: Sequence[str]) -> dict[str, dict[str, str]]:
    """Environment variables by what they pretend."""
    no_simd = {"NPY_DISABLE_CPU_FEATURES": " ".join(simd)} if simd else {}
    wide = [name for name in simd if "512" in name or name == "X86_V4"]
    glibc = {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=" + ",".join(f"-{name}" for name in NO_VECTORS)}
    found = {"as it is": {}, "numpy without SIMD": no_simd}
    if wide and len(wide) < len(simd):
        found["numpy without AVX-512"] = {"NPY_DISABLE_CPU_FEATURES": " ".join(wide)}
    found["glibc without AVX2 and FMA"] = glibc
    found |= {f"OpenBLAS for {core}": {"OPENBLAS_CORETYPE": core} for core in CORES}
    found |= {f"hash seed {seed}": {"PYTHONHASHSEED": seed} for seed in ("0", "1", "random")}
    found["all at once"] = (
        no_simd | glibc | found["OpenBLAS for Prescott"] | {"PYTHONHASHSEED": "7"}
    )
    return found


def replayed(
    python: str, variables: Mapping[str, str], ticks: int, only: str = ""
) -> tuple[str, list[str]]:
    """What a process is, and what differs in it."""
    words = [python, str(TESTS / "determinism.py"), "--child", "--ticks", str(ticks)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    done = subprocess.run(
        [*words, "--only", only], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        return "", [(done.stderr.strip().splitlines() or ["it stopped without a word"])[-1]]
    found = json.loads(done.stdout)
    about = f"Python {found['python']}, numpy {found['numpy']}, {found['runs']} runs"
    return about, found["differences"] or ([] if found["runs"] else ["there are no goldens"])


def environments(
    pythons: Sequence[str], numpys: Sequence[str], folder: Path
) -> Iterator[tuple[str, str]]:
    """(what it is, its interpreter, or "" where it could not be made), one for each pair."""
    for python in pythons:
        for wanted in numpys:
            made = (environment(python, one, folder) for one in wanted.split(" or "))
            yield f"{python} with numpy {wanted}", next(filter(None, made), "")


def environment(python: str, version: str, folder: Path) -> str:
    """The interpreter of a new virtual environment with a numpy, or "" if it could not be made."""
    place = folder / f"{len(list(folder.iterdir()))}"
    inside = str(place / "bin" / "python")
    numpy = "numpy" if version == NEWEST else f"numpy=={version}"
    steps = (
        [python, "-m", "venv", str(place)],
        [inside, "-m", "pip", "install", "-q", "--only-binary=:all:", numpy, *NEEDS],
    )
    done = (subprocess.run(s, capture_output=True, check=False).returncode for s in steps)
    return inside if not any(done) else ""


def checked(name: str, python: str, ticks: int, jobs: int) -> bool:
    """Whether every pretence gives the same states; says each as it goes."""
    print(name)
    cases = pretences(features(python))
    same = True
    with ThreadPoolExecutor(jobs) as pool:
        results = pool.map(lambda v: replayed(python, v, ticks), cases.values())
        for case, (about, differences) in zip(cases, results, strict=True):
            print(f"  {case:28} {about or '-'}: {'; '.join(differences) or 'equal'}", flush=True)
            same &= not differences
    return same


def main() -> int:
    """Run every environment; see the module's text for the exit code."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.add_argument("--ticks", type=int, default=10**9, help="replay only so many ticks")
    words.add_argument("--python", action="append", default=[], help="another interpreter")
    words.add_argument("--numpy", action="append", default=[], help="a numpy to try it with")
    words.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    words.add_argument("--only", default="", help=argparse.SUPPRESS)
    words.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.child:
        return child(given.ticks, given.only)
    code = 0 if checked("this interpreter", sys.executable, given.ticks, given.jobs) else 1
    with tempfile.TemporaryDirectory() as folder:
        numpys = given.numpy or [OLDEST, NEWEST]
        for name, python in environments(given.python, numpys, Path(folder)):
            if not python:
                print(f"{name}\n  could not be made (no wheel for this Python?)")
                code = code or 2
            elif not checked(name, python, given.ticks, given.jobs):
                code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
