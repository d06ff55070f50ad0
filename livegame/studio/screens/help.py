"""Help: how a night goes, from the title; and what is on a screen, with its keys, by F1."""

from textual.screen import Screen

from livegame.catalog.texts import t
from livegame.studio.keynames import KeyNames, names
from livegame.studio.lines import Line, Span, fit, line
from livegame.studio.screens.reading import Reading
from livegame.studio.screens.room import Room
from livegame.studio.wrap import flow

ON_AIR = ("studio", "rehearsal", "watch")  # where signs and words of a show are to be seen
CHAPTERS = ("night", "pitches", "desire", "score", "hands")


class Help(Reading):
    """How a night goes."""

    def __init__(self) -> None:
        super().__init__(t("help.title"), lambda width: whole_story(names(self), width))


def whole_story(keys: KeyNames, width: int) -> list[Line]:
    """All chapters; `keys` are what keys are called."""
    lines: list[Line] = []
    for chapter in CHAPTERS:
        lines += [*_chapter(keys, chapter, width), ()]
    return lines[:-1]


def _chapter(keys: KeyNames, chapter: str, width: int) -> list[Line]:
    """A title and its paragraphs."""
    lines = [line(Span(t(f"help.{chapter}.title"), "title"))]
    for paragraph in keys.told(f"help.{chapter}.text").strip().split("\n"):
        lines.extend(flow(paragraph, width))
    return lines


def keys_of(screen: Screen[None]) -> list[tuple[str, str]]:
    """(key, what it does) of a screen's bindings that have a description."""
    found: dict[str, tuple[list[str], str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.description:
            keys, _ = found.setdefault(binding.action, ([], binding.description))
            shown = screen.app.get_key_display(binding)
            if shown not in keys:
                keys.append(shown)
    return [(" ".join(keys), words) for keys, words in found.values()]


def screen_help(screen: Room, keys: list[tuple[str, str]], width: int) -> list[Line]:
    """What is on a screen, then its keys; where a show is on, its signs and words."""
    called = names(screen)
    lines: list[Line] = []
    for paragraph in called.told(f"help.screen.{screen.HELP}").strip().split("\n"):
        lines.extend(flow(paragraph, width))
    lines += [(), line(Span(t("help.keys"), "title"))]
    half = max(24, width // 2)
    cells = [
        line(Span(" " + fit(key, 10), "key"), Span(fit(words, half - 12))) for key, words in keys
    ]
    rows = (len(cells) + 1) // 2
    for at in range(rows):
        lines.append((*cells[at], *(cells[at + rows] if at + rows < len(cells) else ())))
    lines += flow(called.told("help.common"), width, "dim")
    return [*lines, (), *_chapter(called, "words", width)] if screen.HELP in ON_AIR else lines
