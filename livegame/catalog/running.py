"""A host's running order, as a script's file states it."""

from attrs import field, frozen


@frozen
class Cue:
    """One entry of a host's running order: ready the shelf, then one beat.

    Attributes:
        pitch: pitch id.
        product: product id, or "" for a beat on the room.
        shut, open: product ids whose link is shut or opened before the beat.
        release: packs to release from held stock before the beat, by product id.
        price: new price before the beat, per mille of the usual one, by product id.
    """

    pitch: str
    product: str = ""
    shut: list[str] = field(factory=list)
    open: list[str] = field(factory=list)
    release: dict[str, int] = field(factory=dict)
    price: dict[str, int] = field(factory=dict)


@frozen
class Script:
    """A host's running order for the whole broadcast; it starts again when it is through.

    `lots` is what is released at the start, per product; the rest of the stock is held back.
    """

    role: str
    reason: str
    cues: list[Cue]
    open: list[str] = field(factory=list)
    lots: dict[str, int] = field(factory=dict)
