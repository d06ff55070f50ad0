"""Some of many cases in the quick suite, and all of them where there is time."""

from collections.abc import Iterable
from typing import Any

import pytest


def few(cases: Iterable[Any], every: int, ids: Iterable[str] | None = None) -> list[Any]:
    """Cases for `parametrize`, of which each `every`-th is quick; the others are marked slow.

    A case of several arguments is a tuple; `ids` names the cases, in their order.
    """
    names = iter(ids) if ids is not None else None
    found = []
    for n, case in enumerate(cases):
        values = case if isinstance(case, tuple) else (case,)
        marks = () if n % every == 0 else pytest.mark.slow
        name = next(names) if names is not None else None
        found.append(pytest.param(*values, marks=marks, id=name))
    return found
