"""Who plays: a bot by name or from a file, and under which restriction. Plain values, so that a
process or a cluster's worker can make the host anew."""

import importlib.util
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from attrs import frozen

from livegame.bots.expert.style import Style
from livegame.bots.host import Host
from livegame.bots.hosts.expert import Expert
from livegame.bots.hosts.one_price import OnePrice
from livegame.bots.hosts.running_order import RunningOrder
from livegame.bots.players import BOTS
from livegame.bots.seat import Verb
from livegame.engine.actions import Action


class BotError(Exception):
    """A bot that cannot be had; the message says why and what to do."""


@frozen
class Entry:
    """One competitor.

    Attributes:
        bot: a name in BOTS, or "path/to/file.py:name" of a class or function of one's own.
        without: verbs that it may not use.
        percent: one price for the night, per cent of the usual one; 0 lets the bot decide.
        turns: a running order to follow instead of the bot; clock: the tick of each of its turns,
            none to take them one after the other.
        style: weights for the expert instead of the tuned ones.
    """

    bot: str
    without: tuple[Verb, ...] = ()
    percent: int = 0
    turns: tuple[tuple[Action, ...], ...] = ()
    clock: tuple[int, ...] = ()
    style: Style | None = None

    def host(self, seed: int) -> Host:
        """A host for one night; `seed` is for dice of its own.

        Raises:
            BotError: there is no such bot.
        """
        made: Host
        if self.turns:
            made = RunningOrder(self.turns, self.clock or None)
        elif self.style is not None:
            made = Expert(self.style)
        else:
            made = maker(self.bot)(seed)
        return OnePrice(made, self.percent) if self.percent else made

    @property
    def label(self) -> str:
        """How a table calls it."""
        return self.bot.rpartition(":")[2]


@lru_cache(maxsize=32)
def maker(bot: str) -> Callable[[int], Host]:
    """What makes hosts of a bot from a seed.

    Raises:
        BotError: no such bot, file or name, or the file can't be run.
    """
    path, colon, name = bot.rpartition(":")
    if not colon:
        if bot not in BOTS:
            raise BotError(f"no bot {bot!r}; there are {', '.join(BOTS)}, or FILE.py:NAME")
        return BOTS[bot]
    made = getattr(_module(Path(path).resolve()), name, None)
    if not callable(made):
        raise BotError(f"{path}: no class or function {name!r}; name one that makes a Host")

    def make(seed: int) -> Host:
        found = _called(made, seed)
        if not isinstance(found, Host):
            raise BotError(f"{bot}: makes a {type(found).__name__}, not a livegame.bots.host.Host")
        return found

    return make


def _called(made: Callable[..., object], seed: int) -> object:
    """A bot of one's own may take the seed, or nothing."""
    import inspect

    return made(seed) if inspect.signature(made).parameters else made()


def _module(path: Path) -> ModuleType:
    """The file as a module, run once; it is somebody's own code and can do what Python can."""
    name = f"livegame_bot_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path) if path.is_file() else None
    if spec is None or spec.loader is None:
        raise BotError(f"{path}: no such Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise BotError(f"{path}: cannot be run ({type(error).__name__}: {error})") from None
    return module
