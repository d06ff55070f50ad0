"""Sections of text poured into a column and, where a page cannot hold them, over pages."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from livegame.studio.lines import Line


@frozen
class Section:
    """Blocks that belong together.

    Attributes:
        blocks: each stands whole on a page. head: stands above them on every page that they are on.
    """

    blocks: Sequence[Sequence[Line]]
    head: Sequence[Line] = ()


def pour(sections: Iterable[Section], height: int) -> list[list[Line]]:
    """The pages of a column, each at most `height` lines high; nothing is left out.

    Only a block that is higher than a page goes on on the next one.
    """
    pages: list[list[Line]] = [[]]
    for section in sections:
        headed = False
        for block in section.blocks:
            rest = [*(() if headed else section.head), *block]
            if pages[-1] and len(pages[-1]) + len(rest) > height:
                pages.append([])
                rest = [*section.head, *block]
            headed = True
            while len(rest) > height > 0:
                pages[-1] += rest[:height]
                rest = rest[height:]
                pages.append([])
            pages[-1] += rest
    return pages
