"""What another price would bring at once: money back to earlier buyers, and a second look."""

from attrs import frozen

from livegame.engine.prices import MOST_REOPENED
from livegame.engine.state import State
from livegame.engine.world import World


@frozen
class Payback:
    """What changing a good's price does, before it is done. Money in fen.

    Attributes:
        packs: packs sold so far, in the last tick's orders too.
        each: what goes back a pack, on average; total: what goes back in all, from the score.
        passed: viewers who have decided against the good for now.
        again: how many of them are expected to look again at that price.
    """

    packs: int
    each: int
    total: int
    passed: int
    again: int


def payback(world: World, state: State, room: int, product: str, fen: int) -> Payback:
    """What a new price of `fen` for a good of the first night would pay back; 0 unless it is a cut.

    `livegame.engine.prices.reprice` pays exactly `total`.

    Raises:
        ValueError: that is not among the room's goods.
    """
    slot = world.slot_of(room, product)
    if slot < 0:
        raise ValueError(product)
    at = (0, room, slot)
    packs = int(state.sold[at] + state.owed[at])
    passed = int(state.minds[0, 1, room, :, slot].sum())
    if fen >= state.price[at]:
        return Payback(packs, 0, 0, passed, 0)
    paid = int(state.sales[at] + state.owed_fen[at] - state.protected[at])
    total = max(paid - packs * fen, 0)
    refused = int(state.refused[at])
    cut = max(refused - fen, 0) / max(refused, 1)
    again = int(passed * min(world.rates.price_reopen * cut, MOST_REOPENED))
    return Payback(packs, total // max(packs, 1), total, passed, again)
