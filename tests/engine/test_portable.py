"""The engine uses nothing whose last bit hangs on the machine, and knows no clock, file or screen.

Three nets: a list of what numpy offers that is exact everywhere (anything else fails until
somebody has thought about it), a watch over sums while the engine runs, and the modules that an
import of the engine brings along.
"""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from legal_play import Player, allowed

import livegame.engine
from livegame.engine.acts import act
from livegame.engine.begin import begin
from livegame.engine.hashing import state_hash
from livegame.engine.reducer import tick
from livegame.engine.settlement import settle
from livegame.engine.watch import view
from livegame.engine.world import World

ENGINE = Path(livegame.engine.__file__).parent
FILES = sorted(ENGINE.rglob("*.py"))

# Exact everywhere: made of copies, comparisons, integers, or IEEE + - * / sqrt floor, cell by cell.
EXACT = {
    "abs", "add", "append", "arange", "array", "array_equal", "asarray", "ascontiguousarray",
    "bool_", "broadcast_to", "concatenate", "copyto", "count_nonzero", "divide", "dtype", "empty",
    "empty_like", "flatnonzero", "float64", "floor", "floor_divide", "frexp", "full", "full_like",
    "generic", "greater", "greater_equal", "int64", "intp", "less", "less_equal", "logical_and",
    "logical_not", "logical_or", "maximum", "minimum", "multiply", "ndarray", "newaxis",
    "nonzero", "not_equal", "ones", "ones_like", "random.Philox", "repeat", "right_shift", "roll",
    "sqrt", "stack", "subtract", "take", "uint32", "uint64", "where", "zeros", "zeros_like",
}  # fmt: skip
# Exact with a condition that a test below holds.
WATCHED = {"argsort": 'kind="stable"', "sort": 'kind="stable"', "cumsum": "integers only"}
UNPORTABLE_METHODS = {"mean", "std", "var", "dot", "round", "cumprod", "trace"}
# Where an inexact step is harmless, and why.
HARMLESS = {
    "moods.py:weights:mean": "topics of the chat are cosmetic and never part of the state",
    "state.py:summed:dot": "of whole numbers only, which add up to the same in any order",
    "mood.py:heat:dot": "of whole numbers only, too",
    "draws.py:math.prod": "a product of sizes, which are integers",
}
IMPORTS = {
    "attrs", "cattrs", "collections.abc", "functools", "hashlib", "json", "math", "numpy",
    "numpy.typing", "typing",
}  # fmt: skip
BUILTINS = {"open", "print", "input", "eval", "exec", "id", "hash", "vars", "globals", "__import__"}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), path.name)


def numpy_names(tree: ast.Module) -> Iterator[tuple[str, ast.Attribute]]:
    """Every np.name and np.part.name."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        if isinstance(node.value, ast.Name) and node.value.id == "np":
            yield node.attr, node
        if ast.unparse(node.value) in ("np.random", "np.linalg", "np.fft"):
            yield f"{ast.unparse(node.value)[3:]}.{node.attr}", node


def by_function(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Every node with the name of the function that it stands in."""
    for top in ast.walk(tree):
        if isinstance(top, ast.FunctionDef):
            for node in ast.walk(top):
                yield top.name, node


def unknown_numpy(tree: ast.Module) -> set[str]:
    known = EXACT | set(WATCHED) | {"random"}
    return {name for name, _ in numpy_names(tree) if name not in known}


def unportable_methods(path: Path, tree: ast.Module) -> set[str]:
    found = {
        f"{path.name}:{function}:{node.func.attr}"
        for function, node in by_function(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in UNPORTABLE_METHODS
    }
    return found - set(HARMLESS)


def unstable_sorts(tree: ast.Module) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("argsort", "sort")
        and not any(
            word.arg == "kind" and ast.unparse(word.value) == "'stable'" for word in node.keywords
        )
    ]


def powers(tree: ast.Module) -> list[int]:
    """Powers of anything but constants, and matrix products."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
            found.append(node.lineno)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            parts = (node.left, node.right)
            plain = all(isinstance(p, ast.Constant | ast.UnaryOp) for p in parts)
            found += [] if plain else [node.lineno]
    return found


def imported(tree: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return {name for name in found if not name.startswith(("livegame.engine", "livegame.catalog"))}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_only_what_is_exact_everywhere_is_used(path: Path) -> None:
    tree = parsed(path)
    assert unknown_numpy(tree) == set()
    assert unportable_methods(path, tree) == set()
    assert unstable_sorts(tree) == []
    assert powers(tree) == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_no_clock_file_screen_or_loose_chance_is_imported(path: Path) -> None:
    tree = parsed(path)
    assert imported(tree) <= IMPORTS
    called = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call)
              and isinstance(n.func, ast.Name)}  # fmt: skip
    assert called.isdisjoint(BUILTINS)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "math":
            assert f"{path.name}:math.{node.attr}" in HARMLESS


@pytest.mark.parametrize(
    "line",
    [
        "np.exp(x)", "np.log(x)", "np.power(x, 2)", "np.dot(x, y)", "np.mean(x)", "np.tanh(x)",
        "np.einsum('i', x)", "np.random.default_rng(1)", "np.random.Generator(b)",
        "np.linalg.norm(x)",
    ],
)  # fmt: skip
def test_the_net_catches_what_numpy_has_that_is_not(line: str) -> None:
    assert unknown_numpy(ast.parse(line))


def test_the_net_catches_methods_sorts_and_powers() -> None:
    tree = ast.parse("def f(x):\n    x.mean()\n    x.argsort()\n    x ** y\n    x @ x")
    assert unportable_methods(Path("some.py"), tree) == {"some.py:f:mean"}
    assert unstable_sorts(tree) == [3]
    assert powers(tree) == [4, 5]


REDUCTIONS = {"sum", "cumsum", "mean", "dot", "prod", "reduce", "accumulate"}


def float_reductions(run: Callable[[], Any]) -> set[str]:
    """Where the engine adds up doubles in an order that numpy chooses: file:function:name."""
    found = set()

    def watch(frame: FrameType, event: str, what: Any) -> None:
        if event != "c_call" or getattr(what, "__name__", "") not in REDUCTIONS:
            return
        array = getattr(what, "__self__", None)
        path = Path(frame.f_code.co_filename)
        if path.parent == ENGINE and isinstance(array, np.ndarray) and array.dtype.kind == "f":
            found.add(f"{path.name}:{frame.f_code.co_name}:{what.__name__}")

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        run()
    finally:
        sys.setprofile(before)
    return found


def test_no_double_is_ever_summed_on_the_way_to_the_state(world: World) -> None:
    short = evolve(world, ticks=40, stock=np.minimum(world.stock, 300),
                   scripts=evolve(world.scripts, lots=np.minimum(world.scripts.lots, 40)),
                   appeal=world.appeal + 3 * 65536)  # fmt: skip
    turned = 0

    def night() -> None:
        nonlocal turned
        player = Player(3)
        state = begin(short, [8], [0])
        while state.tick < short.ticks:
            for action in player.actions(short, state, 0):
                if allowed(short, state, 0, action):
                    state = act(short, state, 0, action)
            state, report = tick(short, state)
            turned += int(report.sold.turned.sum())
            state_hash(state)
        settle(short, state, 0)

    assert float_reductions(night) == set()
    assert turned > 0  # so that substitutes were looked for, too


def test_the_watch_over_sums_sees_one(world: World) -> None:
    """The view adds up doubles, and may: nothing goes from it into the state."""
    state, _ = tick(world, begin(world, [8]))
    assert float_reductions(lambda: view(world, state, 0)) == {"watch.py:view:sum"}


@pytest.mark.parametrize("package", ["catalog", "engine"])
def test_importing_it_brings_no_screen_no_run_file_and_no_player(package: str) -> None:
    code = (
        "import importlib, pkgutil, sys, livegame\n"
        f"import livegame.{package} as package\n"
        "for one in pkgutil.iter_modules(package.__path__):\n"
        f"    importlib.import_module('livegame.{package}.' + one.name)\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    above = {"runs", "bots", "studio", "plain", "commands", "cli"}
    forbidden = {"textual", "rich", "random", "sqlite3"} if package == "catalog" else {
        "textual", "rich", "sqlite3"}  # fmt: skip
    if package == "catalog":
        above.add("engine")
        forbidden.add("numpy")
    forbidden |= {f"livegame.{name}" for name in above}
    assert forbidden.isdisjoint(done.stdout.split())
