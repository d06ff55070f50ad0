"""Tables of mechanics that only some scenarios use; without a row they cost nothing."""

from attrs import frozen

from livegame.engine.tables import Bools, Ints

FAR = 2**62  # packs that no team ever buys


@frozen(eq=False)
class Incidents:
    """The incidents of a scenario as arrays over N incidents, R rooms, P goods a room.

    Attributes:
        odds: per mille [N]; earliest, latest: ticks between which it begins [N]; ticks: how long
            it lasts [N]. rooms: whom it touches [N,R].
        pull: factor on arrivals [N,R], Q16; appeal: shift of the log-odds [N,R,P], Q16;
        reference: factor on the price they are held against [N,R,P], Q16; None where it is 1.
        doubt: share of the missing doubt that it raises when it comes [N,R,P], Q16; None for none.
        checkout: factor on the platform's checkout [N], Q16.
        eased: what is left of the shift while a pitch is held [N,A], Q16; None where it is always
            all of it.
    """

    ids: tuple[str, ...]
    odds: Ints
    earliest: Ints
    latest: Ints
    ticks: Ints
    rooms: Bools
    pull: Ints
    appeal: Ints
    reference: Ints | None
    doubt: Ints | None
    checkout: Ints
    eased: Ints | None


@frozen(eq=False)
class Teams:
    """Steps of the group prices over S steps; goods without any have none that is ever reached.

    Attributes:
        packs: bought by the team before a step holds [R,P,S]; permille: price then [R,P,S].
        has: goods with a group price [R,P].
    """

    packs: Ints
    permille: Ints
    has: Bools
