"""Facts as players read them: the figure first, then what it counts and who says so."""

from collections.abc import Iterable

from livegame.catalog.library import Library
from livegame.catalog.models import Fact
from livegame.catalog.quoted import quantity
from livegame.catalog.texts import t
from livegame.studio.lines import Line
from livegame.studio.wrap import flow


def facts(library: Library, names: Iterable[str], width: int) -> list[list[Line]]:
    """Some facts, each as a block of lines with its publication."""
    return [fact(library, library.facts[name], width) for name in names if name in library.facts]


def fact(library: Library, found: Fact, width: int) -> list[Line]:
    """One fact with its publication."""
    said = t("common.said", publication=library.articles[found.article].publication)
    return flow(f"■ {quantity(found)}: {found.measures} {said}", width, "dim", "", "  ")
