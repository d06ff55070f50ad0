"""Python's collector of garbage, kept out of the way of keys.

Left alone it runs in the midst of painting, because painting is what makes new objects, and
every now and then it looks through the whole heap: 50 to 100 ms in which a key waits. So what
lives as long as the game is frozen once it is there, and the rest is gone through when a tick
has just been painted.
"""

import gc
import sys
from contextlib import suppress
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
    """What playing needs has been read: it lives on, too. What was frozen and has died goes, and
    its memory goes back to the system."""
    gc.unfreeze()
    _forget_closed()
    gc.collect()
    _hand_back()
    gc.freeze()


def _forget_closed() -> None:
    """Let go of what closed widgets last looked like.

    Textual remembers two colours for each widget's cache of lines by that cache itself, a thousand
    of them, so that a thousand closed widgets keep their lines.
    """
    with suppress(ImportError, AttributeError):
        from textual._styles_cache import StylesCache

        StylesCache.get_inner_outer.cache_clear()


def _hand_back() -> None:
    """Give what the C library keeps of freed memory back to the system.

    The arrays of a show come and go among small objects that stay; left to itself the GNU library
    then asks for new memory night after night (17 MB in two hours at x8, where 4 are needed).
    Other libraries do this by themselves.
    """
    if sys.platform != "linux":
        return
    import ctypes  # not before the first frame

    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)


def end() -> None:
    """As it was, however the game has ended."""
    gc.enable()


def tidy() -> None:
    """Collect what has become garbage of late, at a moment when nothing is waited for."""
    gc.collect(1 if next(_tidied) % FULL_EVERY else 2)
