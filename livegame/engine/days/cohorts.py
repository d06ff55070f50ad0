"""Packs by stage of ripeness: taking the oldest first, growing older, going bad."""

import numpy as np

from livegame.engine.chance import Words
from livegame.engine.sampling import binomial
from livegame.engine.tables import Floats, Ints


def take_oldest(stock: Ints, wanted: Ints, allowed: Ints) -> Ints:
    """What is taken of each stage [G,A] when `wanted` packs [G] leave, the ripest first.

    Args:
        stock: packs [G,A]. wanted: packs, at most what is allowed.
        allowed: flags of the stages that may be taken [G,A].
    """
    open_stock = stock * allowed
    # Packs that are riper than each stage leave before it does.
    riper = open_stock[:, ::-1].cumsum(axis=1)[:, ::-1] - open_stock
    taken: Ints = np.minimum(np.maximum(wanted[:, None] - riper, 0), open_stock)
    return taken


def older(packs: Ints, chance: Floats, raw: Words) -> Ints:
    """The same packs after a night in which each moves a stage on with a chance.

    Args:
        packs: by stage, the last axis. chance: of moving on, same shape; at the last stage
            nothing moves. raw: a word a cell.
    """
    moved = binomial(packs, chance, raw)
    moved[..., -1] = 0
    new = packs - moved
    new[..., 1:] += moved[..., :-1]
    return new


def gone_bad(packs: Ints, chance: Floats, raw: Words) -> Ints:
    """How many packs of each cell go bad tonight, same shape."""
    return binomial(packs, chance, raw)
