"""Rows of mechanics that only some nights use, as types: a chatbot that answers so much and no
more, lines of sales that change a night, stalls in other cities, prices read in other money.

Money in fen, shares per mille. A night without a row does not know the mechanic.
"""

from attrs import field, frozen

from livegame.catalog.ranges import within


@frozen
class Chatbot:
    """Who answers what viewers ask, and what waiting for an answer costs.

    Viewers with open doubts ask; the chatbot answers so many questions a minute in each room. What
    is beyond waits in a queue: the longer it is, the more of those who would buy wait for their
    answer first; and who waits too long gives up, which costs trust.

    Attributes:
        asks: questions a minute of a thousand viewers who doubt everything.
        answers: questions that the chatbot answers a minute in each room; rooms: in some rooms
            otherwise, by role.
        patience: minutes after which a question that waits is given up, on average.
        trust: level of trust that is lost in a minute in which half of the questions are given up
            and half answered is half of this, per mille.
        held: questions a minute that are answered besides while a pitch is held, by pitch.
        bought: questions a minute that the chatbot answers besides from then on, by pitch, each
            time it is held.
        fact: the record it rests on, or "".
    """

    asks: int = field(validator=within(0, 10_000))
    answers: int = field(validator=within(0, 10**7))
    patience: int = field(validator=within(1, 240))
    trust: int = field(validator=within(0, 1000))
    reason: str
    rooms: dict[str, int] = field(factory=dict)
    held: dict[str, int] = field(factory=dict)
    bought: dict[str, int] = field(factory=dict)
    fact: str = ""


@frozen
class Milestone:
    """A line of sales; the room that passes it draws more people for a while.

    The line is a recorded one, named by its fact: a sum in RMB, of which `before` has been sold
    already when the night begins, or a growth in percent over `last`, what the same hours brought
    a year before.

    Attributes:
        title, text: what it is and what is told when it is passed.
        before, last: fen; one of them, as the fact has it. Both are assumed.
        pull: arrivals to the room for `minutes` afterwards, per mille of the usual.
        roles: who may pass it, all where empty.
    """

    id: str
    title: str
    text: str
    fact: str
    pull: int = field(validator=within(1000, 20_000))
    minutes: int = field(validator=within(1, 1440))
    reason: str
    before: int = field(default=0, validator=within(0, 10**15))
    last: int = field(default=0, validator=within(0, 10**15))
    roles: list[str] = field(factory=list)


@frozen
class Stall:
    """What a pitch leaves standing somewhere: a stall that draws the people who live there.

    Attributes:
        pitch: the pitch that opens it. minutes: how long it stands after that.
        pull: arrivals of a segment while it stands, per mille of the usual, by segment.
        fact: the record it rests on, or "".
    """

    pitch: str
    minutes: int = field(validator=within(1, 1440))
    pull: dict[str, int]
    reason: str
    fact: str = ""


@frozen
class Currency:
    """Money in which a category's prices are read.

    A price is shown in whole local money. People read its leading part and overlook some of the
    rest, so that one just below a round step looks smaller than it is.

    Attributes:
        code, name: of the money. sign: put before the amount.
        rate: local money for a thousand RMB. step: what prices are read in, local money.
        overlooked: per mille of what is above the last step that buyers do not see.
        categories: whose goods are priced in it.
    """

    code: str
    name: str
    sign: str
    rate: int = field(validator=within(1, 10**9))
    step: int = field(validator=within(1, 10**9))
    overlooked: int = field(validator=within(0, 1000))
    categories: list[str]
    reason: str
    source: str = ""
