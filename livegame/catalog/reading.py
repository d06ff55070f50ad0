"""Reading one TOML file of content into the types, with errors that name file and key."""

import stat
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import cattrs
from cattrs.errors import ClassValidationError, IterableValidationError

from livegame.catalog.bounds import unbounded
from livegame.catalog.models import Value
from livegame.catalog.problems import ContentError


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T")
N = TypeVar("N", bound=_Named)
MAX_BYTES = 2_000_000


def _converter() -> cattrs.Converter:
    made = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)

    def exactly(kind: type) -> Any:
        def check(value: Any, _: Any) -> Any:
            whole = kind is float and type(value) is int
            if type(value) is not kind and not whole:
                raise ValueError(f"{value!r} should be {kind.__name__}")
            return float(value) if whole else value

        return check

    for kind in (int, float, str, bool):
        made.register_structure_hook(kind, exactly(kind))

    def plain(value: Any, _: Any) -> Any:
        if isinstance(value, list) and all(type(v) in (int, float) for v in value):
            return [float(v) for v in value]
        if type(value) in (int, float, str):
            return value
        raise ValueError(f"{value!r} should be a number, a text or a list of numbers")

    made.register_structure_hook(Value, plain)
    made.register_structure_hook(int | str, plain)
    made.register_structure_hook(int | float, plain)
    return made


CONVERTER = _converter()


def load_toml(path: Path) -> dict[str, Any]:
    """The parsed file.

    Raises:
        ContentError: missing, too large, not UTF-8 or not TOML.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise ContentError(f"{path}: is not a plain file; put a TOML file there")
        if about.st_size > MAX_BYTES:
            raise ContentError(f"{path}: larger than {MAX_BYTES} bytes; split it")
        return parsed(path, path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ContentError(f"{path}: cannot be read ({error.strerror}); check the folder") from None
    except UnicodeDecodeError:
        raise ContentError(f"{path}: is not UTF-8 text; save it as UTF-8") from None


def parsed(path: Path, text: str) -> dict[str, Any]:
    """The text of a file, parsed.

    Raises:
        ContentError: not TOML, or more than any content needs; the path is named.
    """
    much = unbounded(text)
    if much:
        raise ContentError(f"{path}: has {much}; no content needs that")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ContentError(f"{path}: is not valid TOML: {error}") from None


def structure(data: Any, kind: type[T], where: str) -> T:
    """`data` as `kind`; every wrong, missing or unknown key is named.

    Raises:
        ContentError: at the first problems found, all in one line.
    """
    try:
        return CONVERTER.structure(data, kind)
    except (ClassValidationError, IterableValidationError) as error:
        from cattrs import transform_error

        told = transform_error(error, path=where, format_exception=_told)
        found = "; ".join(told[:5])
        raise ContentError(found) from None
    except Exception as error:
        raise ContentError(f"{where}: {error}") from None


def _told(error: BaseException, kind: type | None) -> str:
    """One problem in words: our own and attrs' say key, value and what is allowed themselves."""
    from cattrs.v import format_exception

    if isinstance(error, ValueError) and error.args:
        return str(error.args[0])
    return format_exception(error, kind)


def read_rows(path: Path, table: str, kind: type[T]) -> list[T]:
    """The rows of `[[table]]` in a file that holds nothing else.

    Raises:
        ContentError: the file or one of its rows is not as it should be.
    """
    data = load_toml(path)
    unknown = set(data) - {table}
    if unknown:
        raise ContentError(f"{path}: unknown table {sorted(unknown)[0]!r}; only [[{table}]]")
    rows = data.get(table, [])
    if not isinstance(rows, list):
        raise ContentError(f"{path}: write [[{table}]], not [{table}]")
    return [
        structure(row, kind, f"{path.name} {table} {_label(row, at)}")
        for at, row in enumerate(rows)
    ]


def _label(row: Any, at: int) -> str:
    return str(row.get("id", f"number {at + 1}")) if isinstance(row, dict) else f"number {at + 1}"


def by_id(rows: Iterable[N], what: str) -> dict[str, N]:
    """Rows by their ids; `what` they are, for the complaint.

    Raises:
        ContentError: an id stands twice.
    """
    found: dict[str, N] = {}
    for row in rows:
        if row.id in found:
            raise ContentError(f"{what} {row.id!r} stands twice; give one of them another id")
        found[row.id] = row
    return found
