"""The beat in which most was ordered, from a run's own checkpoints: at once, nothing replayed."""

from attrs import frozen

from livegame.catalog.library import library
from livegame.engine.actions import Beat
from livegame.runs.lines import Check, Decision
from livegame.runs.runfile import RunFile


@frozen
class BestBeat:
    """Where a night turned.

    Attributes:
        tick: when it began. pitch: which. product: the good that went best in it, `packs` of it.
        share: of all that was ordered in the night, per mille.
    """

    tick: int
    pitch: str
    product: str
    packs: int
    share: int


def best_beat(run: RunFile) -> BestBeat | None:
    """The beat between whose checkpoints most fen were ordered; None where nothing was, or where
    this copy does not know the pitch or the good."""
    best: tuple[int, Decision, dict[str, int]] | None = None
    before = Check(0, "", "", "", 0, 0, 1, 0, 0, 0)
    beat: Decision | None = None
    for entry in run.entries:
        if isinstance(entry, Decision):
            beat = entry if isinstance(entry.action, Beat) else beat
            continue
        gain = entry.sales - before.sales
        if beat and gain > (best[0] if best else 0):
            had = dict(before.sold)
            best = gain, beat, {name: packs - had.get(name, 0) for name, packs in entry.sold}
        before = entry
    if best is None or before.sales <= 0:
        return None
    gain, beat, sold = best
    goods = library().products
    known = {name: packs * goods[name].usual_fen for name, packs in sold.items() if name in goods}
    product = max(known, key=lambda name: known[name], default="")
    action = beat.action
    if not isinstance(action, Beat) or action.pitch not in library().pitches or not product:
        return None
    share = 1000 * gain // max(gain, before.sales)
    return BestBeat(beat.tick, action.pitch, product, sold[product], share)
