"""Rows of campaigns that lead up to a night: deposits, windows, warehouses near the buyers, who
carries the parcels, what the chatbot is asked, and lines of sales.

Money in fen, shares per mille, days from 1. A campaign without a row does not know the mechanic.
"""

from typing import Any

from attrs import field, frozen

from livegame.catalog.problems import ContentError
from livegame.catalog.ranges import within

GROWS = ("", "book", "waiting")  # what makes a topic's questions more


@frozen
class Offer:
    """A deposit offer: pay `deposit` of the price now, the rest in a window, `cut` off the price.

    Attributes:
        flaky: added to a window's share of balances that are never paid.
        shy: how much a stiff deposit puts people off, thousandths of log odds.
        tires: share of those whom it can win that are gone after a day on which it stood; rests:
            share of what is gone that comes back on a day on which it does not stand.
    """

    id: str
    name: str
    deposit: int = field(validator=within(1, 1000))
    cut: int = field(validator=within(0, 900))
    flaky: int = field(validator=within(0, 900))
    shy: int = field(validator=within(0, 3000))
    what: str
    reason: str
    tires: int = field(default=0, validator=within(0, 1000))
    rests: int = field(default=0, validator=within(0, 1000))


@frozen
class Window:
    """Days on which balances can be paid.

    Attributes:
        unpaid: share of the balances called then that is never paid; the deposit is kept.
        due: on its first morning all that is left in the book falls due by itself; a show of a
            night on the eve settles it before.
    """

    id: str
    name: str
    first: int = field(validator=within(1, 60))
    last: int = field(validator=within(1, 60))
    unpaid: int = field(validator=within(0, 1000))
    what: str
    reason: str
    due: bool = False


@frozen
class Depot:
    """A warehouse near some of the buyers, with couriers of its own.

    Attributes:
        near: share of the buyers who live round it. carries: packs a day that leave it in time.
        lead: nights on the way there. cost: fen a pack on the way. room: packs that it holds.
        roads: packs that can be sent there on each day of the campaign.
        roles: whose it is; everybody's if empty.
    """

    id: str
    name: str
    near: int = field(validator=within(1, 1000))
    carries: int = field(validator=within(0, 10**7))
    lead: int = field(validator=within(1, 9))
    cost: int = field(validator=within(0, 10**6))
    room: int = field(validator=within(1, 10**7))
    roads: list[int]
    what: str
    reason: str
    roles: list[str] = field(factory=list)


@frozen
class Carrier:
    """Who fetches parcels at the seller's own door: `carries` packs on each day of the campaign.

    A parcel has a day's grace; of those that wait longer a share `late` comes back every night.
    """

    id: str
    name: str
    carries: list[int]
    late: int = field(validator=within(0, 1000))
    what: str
    reason: str
    roles: list[str] = field(factory=list)


@frozen
class Topic:
    """What people ask about, and how well the chatbot can tell; skill per mille.

    Attributes:
        share: weight among the questions. grows: "" or what multiplies it: packs in the book,
            parcels that wait, both against what a day sells.
        start: skill at first. lesson: part of what is missing that a person who teaches gives in
            a day. fade: part of the skill that is lost each night.
    """

    id: str
    name: str
    share: int = field(validator=within(0, 1000))
    start: int = field(validator=within(0, 1000))
    lesson: int = field(validator=within(0, 1000))
    fade: int = field(validator=within(0, 1000))
    what: str
    reason: str
    grows: str = ""


@frozen
class Goal:
    """A line of sales, from a recorded sum or growth; whoever passes it is told of for a while.

    Attributes:
        before, last: fen: sold before the campaign, or in the same days a year before; one of
            them, as the fact has it. lasts: days. effect: factors on the rules from the next
            morning on, per mille.
    """

    id: str
    title: str
    text: str
    fact: str
    lasts: int = field(validator=within(1, 30))
    effect: dict[str, int]
    reason: str
    before: int = field(default=0, validator=within(0, 10**15))
    last: int = field(default=0, validator=within(0, 10**15))
    roles: list[str] = field(factory=list)


KINDS = ("offer", "window", "depot", "carrier", "topic", "goal")


def check_windows(one: Any, where: str, effects: tuple[str, ...]) -> None:
    """Hold a campaign's rows of this file against each other.

    Raises:
        ContentError: lists that do not fit, or a row that cannot be.
    """
    for kind in KINDS:
        names = [row.id for row in getattr(one, kind)]
        if len(set(names)) < len(names):
            raise ContentError(f"{where}: an id stands twice among its rows of [[{kind}]]")
    _check_places(one, where)
    _check_book(one, where)
    for row in one.topic:
        if row.grows not in GROWS:
            raise ContentError(f"{where}: topic {row.id}: nothing grows with {row.grows!r}")
    for row in one.goal:
        wrong = [name for name in row.effect if name not in effects]
        if wrong:
            raise ContentError(f"{where}: no effect {wrong[0]!r} of {row.id}; check the spelling")
        if row.before and row.last:
            raise ContentError(f"{where}: goal {row.id} has what was before or last year, not both")


def _check_places(one: Any, where: str) -> None:
    """Lists of days are whole, and nobody lives near two warehouses."""
    for table, key in ((one.depot, "roads"), (one.carrier, "carries")):
        for row in table:
            if len(getattr(row, key)) != one.days:
                raise ContentError(
                    f"{where}: {key} of {row.id} needs {one.days} numbers, one a day"
                )
    for role in one.roles:
        own = [row for row in one.depot if not row.roles or role in row.roles]
        if sum(row.near for row in own) > 1000:
            raise ContentError(f"{where}: more than everybody lives near the warehouses of {role}")
        vans = [row for row in one.carrier if not row.roles or role in row.roles]
        if len(vans) > 1 or (own and not vans):
            raise ContentError(f"{where}: {role} needs one carrier at the door")


def _check_book(one: Any, where: str) -> None:
    """Offers and windows go together, and one window closes the book."""
    for row in one.window:
        if not row.first <= row.last <= one.days:
            raise ContentError(f"{where}: window {row.id} is not within the campaign")
    if bool(one.offer) != bool(one.window):
        raise ContentError(f"{where}: offers need windows, and windows offers")
    if one.offer and not any(row.due for row in one.window):
        raise ContentError(f"{where}: one window needs `due`, in which the book is closed")
