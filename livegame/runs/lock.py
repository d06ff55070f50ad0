"""One process at a time may continue a run."""

import importlib
from types import ModuleType


def _system() -> ModuleType | None:
    try:
        return importlib.import_module("fcntl")
    except ImportError:  # Windows: two sessions on one file are then not noticed
        return None


def lock(handle: int) -> bool:
    """Lock an open file until it is closed or its process ends; False if another holds it.

    A file system that knows no locks counts as free.
    """
    fcntl = _system()
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
