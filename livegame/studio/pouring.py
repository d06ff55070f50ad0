"""Sections of text poured into a column and, where a page cannot hold them, over pages."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from livegame.studio.lines import Line


@frozen
class Section:
    """Blocks that belong together.

    Attributes:
        blocks: each stands whole on a page. head: stands above them on every page that they are on;
            again: instead of it where they go on from the page before.
    """

    blocks: Sequence[Sequence[Line]]
    head: Sequence[Line] = ()
    again: Sequence[Line] = ()


def pour(sections: Iterable[Section], first: int, later: int = 0) -> list[list[Line]]:
    """The pages of a column, at most `first` lines high, those after it `later` or as many;
    nothing is left out.

    Only a block that is higher than a page goes on on the next one.
    """
    pages: list[list[Line]] = [[]]
    height = first
    for section in sections:
        headed = False
        for block in section.blocks:
            rest = [*(() if headed else section.head), *block]
            if pages[-1] and len(pages[-1]) + len(rest) > height:
                pages.append([])
                height = later or first
                rest = [*((section.again or section.head) if headed else section.head), *block]
            headed = True
            while len(rest) > height > 0:
                pages[-1] += rest[:height]
                rest = rest[height:]
                pages.append([])
                height = later or first
            pages[-1] += rest
    return pages
