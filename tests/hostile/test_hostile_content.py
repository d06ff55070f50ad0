"""Content that a stranger has damaged or made up: read in bounded time, or refused in words."""

import os
import shutil
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_hostile_runs import MEAN

from livegame.catalog.bounds import unbounded
from livegame.catalog.library import read_library
from livegame.catalog.paths import shipped
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import MAX_BYTES, load_toml
from livegame.commands.output import complain, explained
from tests.few import few

SECONDS = 10.0
quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def refused(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said about a file that is refused; it is as it was, and quickly answered."""
    before, begun = path.read_bytes(), time.perf_counter()
    with pytest.raises(ContentError) as found:
        load_toml(path)
    assert time.perf_counter() - begun < SECONDS
    complain(explained(found.value))
    said = capsys.readouterr().err
    assert said.endswith("\n")
    assert said[:-1].isprintable()
    assert len(said) < 1100
    assert path.read_bytes() == before
    return said


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a." * 50_000 + b"a = 1", "parts"),
        (b"[" + b"a." * 50_000 + b"a]", "parts"),
        (b'[["a"' + b' . "b"' * 50_000 + b"]]", "parts"),
        (b"a = " + b"[" * 100_000, "deep"),
        (b"a = " + b"{a = " * 100_000, "deep"),
        (b"a = " + b"9" * 1_000_000, "digits"),
        (b"a = 0x" + b"9" * 1_000_000, "digits"),
        (b'a = "' + b'\\"' * 900_000, "TOML"),
        (b'a = """' + b'\\"' * 900_000, "TOML"),
        (b"'" * 1_900_000, "TOML"),
        (b"a = 1\n" * 300_000, "TOML"),
        (b"a = 1979-99-99", "TOML"),
        (b"a = \x1b[2J", "TOML"),
        (b"\xff\xfe", "UTF-8"),
        (b" " * (MAX_BYTES + 1), "larger"),
    ],
)
def test_mean_files(
    content: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mean.toml"
    path.write_bytes(content)
    assert says in refused(path, capsys)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            "[" + ".".join(f"a{n}" for n in range(16)) + "]\n"
            + "".join(f"b{n}.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p=1\n" for n in range(40_000)),
            marks=pytest.mark.slow,
        ),
        "a = [" + "{b=1}," * 250_000 + "]",
        "[[a]]\n" * 300_000,
        'a = """' + "x. " * 600_000 + '"""',
    ],
)  # fmt: skip
def test_the_worst_that_may_be_parsed_takes_bounded_time(content: str, tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    path.write_text(content[: MAX_BYTES - 1] if content[0] == "[" else content)
    begun = time.perf_counter()
    load_toml(path)
    assert time.perf_counter() - begun < 3 * SECONDS


def test_a_pipe_is_no_content(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(ContentError, match="plain file"):
        load_toml(tmp_path / "pipe.toml")


@quick
@given(
    text=st.text(
        st.sampled_from("a.=[]{}\"'\\#\n 1,") | st.sampled_from('"""')
        | st.characters(max_codepoint=300),
        max_size=200,
    )
)  # fmt: skip
def test_what_is_valid_and_small_is_never_refused(text: str) -> None:
    """The look beforehand errs for nobody: short texts cannot be too much."""
    try:
        tomllib.loads(text)
    except ValueError:
        return
    if len(text) < 17:
        assert unbounded(text) == ""


def test_all_shipped_content_is_within_the_bounds() -> None:
    files = list(shipped("content").rglob("*.toml"))
    assert len(files) > 30
    assert {path.name: unbounded(path.read_text("utf-8")) for path in files} == {
        path.name: "" for path in files
    }


@pytest.mark.parametrize("text", few(MEAN, 3))
@pytest.mark.parametrize("file", ["hosts.toml", "pitches.toml", "disputes.toml"])
def test_mean_texts_in_content_are_named_harmlessly(
    file: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(shipped("content"), folder)
    path = folder / file
    escaped = text.encode("unicode_escape").decode().replace("\\x", "\\u00").replace('"', "'")
    row = f'\n[[{path.stem.rstrip("s")}]]\nid = "{escaped}"\n'
    path.write_text(path.read_text("utf-8") + row, encoding="utf-8")
    with pytest.raises(ContentError) as found:
        read_library(folder)
    complain(explained(found.value))
    said = capsys.readouterr().err
    assert said[:-1].isprintable()


@quick
@given(data=st.data())
def test_bits_that_flip(data: st.DataObject, tmp_path: Path) -> None:
    """Refused in words, or a value that content may have; never another error."""
    source = shipped("content") / "scenarios"
    path = data.draw(st.sampled_from(sorted(source.glob("*.toml"))))
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] ^= 1 << data.draw(st.integers(0, 7))
    damaged = tmp_path / "damaged.toml"
    damaged.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    said = str(damaged)
    try:
        load_toml(damaged)
    except ContentError as error:
        said = str(error)
    assert str(damaged) in said
