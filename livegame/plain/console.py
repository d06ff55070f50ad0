"""Saying lines and asking for them, on any pair of text streams."""

import shutil
import textwrap
from collections.abc import Callable, Sequence
from typing import TextIO

from livegame.catalog.entries import to_fen, whole
from livegame.catalog.texts import t
from livegame.runs.clean import clean

MAX_ANSWER = 200
WIDEST = 100
HELP = frozenset({"?", "h", "help"})
LEAVE = frozenset({"q", "quit", "exit"})


class Left(Exception):
    """The player left, by saying so or because the input has ended."""


class Console:
    """Lines out, answers in. No cursor movement, no colour, nothing that has to be seen at once."""

    def __init__(self, source: TextIO, out: TextIO) -> None:
        self._source = source
        self._out = out
        self._echo = not source.isatty()
        self._width = min(shutil.get_terminal_size().columns, WIDEST) if out.isatty() else 0

    def say(self, *lines: str) -> None:
        """Print lines; on a terminal, long ones are wrapped between words."""
        for line in lines:
            wrapped = textwrap.wrap(line, self._width - 1) if self._width > 20 else [line]
            print("\n".join(wrapped or [""]), file=self._out)
        self._out.flush()

    def gap(self) -> None:
        """An empty line."""
        self.say("")

    def ask(self, prompt: str) -> str:
        """What the player answers, cleaned and in small letters.

        Raises:
            Left: the player quits, or there is no more input.
        """
        print(f"{prompt} ", end="", file=self._out, flush=True)
        line = self._source.readline(MAX_ANSWER)
        if not line:
            self.say("")
            raise Left
        rest = line
        while rest and not rest.endswith("\n"):
            rest = self._source.readline(MAX_ANSWER)
        answer = clean(line, MAX_ANSWER).lower()
        if self._echo:
            self.say(answer)
        if answer in LEAVE:
            raise Left
        return answer

    def choose(self, prompt: str, choices: Sequence[str], default: int | None = None) -> int:
        """The place of one of the choices, from 0; asks until one of the numbers is given.

        Args:
            default: what Enter alone gives; the number of choices where it is none of them and the
                prompt says what it does.

        Raises:
            Left: the player quits, or there is no more input.
        """
        for number, choice in enumerate(choices, 1):
            self.say(f"{number}. {choice}")
        while True:
            answer = self.ask(prompt)
            if not answer and default is not None:
                return default
            if answer in HELP:
                self._help(choices, default)
                continue
            given = whole(answer) or 0
            if 1 <= given <= len(choices):
                return given - 1
            self.say(t("plain.one_of", most=len(choices)))

    def _help(self, choices: Sequence[str], default: int | None) -> None:
        """What can be typed, and the choices again."""
        usual = ""
        if default is not None and default < len(choices):
            usual = t("plain.choose_default", number=default + 1, name=choices[default])
        self.say(t("plain.choose_help", most=len(choices), default=usual))
        for number, choice in enumerate(choices, 1):
            self.say(f"{number}. {choice}")

    def number(self, prompt: str) -> int | None:
        """A whole number, or None if the player just pressed Enter.

        Raises:
            Left: the player quits, or there is no more input.
        """
        return self._read(prompt, whole, "plain.need_number")

    def price(self, prompt: str) -> int | None:
        """A price in fen, asked for in yuan, or None if the player just pressed Enter.

        Raises:
            Left: the player quits, or there is no more input.
        """
        return self._read(prompt, to_fen, "plain.need_price")

    def _read(self, prompt: str, read: Callable[[str], int | None], need: str) -> int | None:
        while True:
            answer = self.ask(prompt)
            if not answer:
                return None
            found = read(answer)
            if found is not None:
                return found
            self.say(t(need))
