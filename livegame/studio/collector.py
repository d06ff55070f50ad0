"""Python's collector of garbage, kept out of the way of keys.

Left alone it runs in the midst of painting, because painting is what makes new objects, and
every now and then it looks through the whole heap: 50 to 100 ms in which a key waits. So what
lives as long as the game is frozen once it is there, and the rest is gone through when a tick
has just been painted.
"""

import gc
from itertools import count

YOUNG = 30_000  # new objects from which Python collects by itself, wherever it stands
FULL_EVERY = 64  # tidyings; a full one takes some ms where all that lives on is frozen

_tidied = count(1)


def wait() -> None:
    """No collecting until the first frame stands."""
    gc.disable()


def begin() -> None:
    """The first frame stands: what there is now lives on."""
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
    gc.enable()


def settle() -> None:
    """What playing needs has been read: it lives on, too. What was frozen and has died goes."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def end() -> None:
    """As it was, however the game has ended."""
    gc.enable()


def tidy() -> None:
    """Collect what has become garbage of late, at a moment when nothing is waited for."""
    gc.collect(1 if next(_tidied) % FULL_EVERY else 2)
