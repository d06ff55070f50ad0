"""Who of a village learns to host, and from which farms, as types."""

from collections.abc import Collection, Sequence

from attrs import field, frozen

from livegame.catalog.problems import ContentError
from livegame.catalog.ranges import within


@frozen
class Trainee:
    """Somebody of a village who may become a host; skill and shares per mille.

    Attributes:
        start: skill before the first lesson. most: the skill that is in them.
        lesson, show: the part of what is still missing that a lesson gives, that a show held
            gives. fee: of a lesson, fen.
    """

    id: str
    name: str
    start: int = field(validator=within(0, 1000))
    most: int = field(validator=within(0, 1000))
    lesson: int = field(validator=within(0, 1000))
    show: int = field(validator=within(0, 1000))
    fee: int = field(validator=within(0, 10**8))
    what: str
    reason: str


@frozen
class Farm:
    """A farm of a village that may go on air with its crop and its host.

    Attributes:
        product: its crop, whose ripening and stocks stand under [[crop]]. host: a trainee.
        cost: of a show from there, fen. pull: how much the place draws, per mille of a room.
    """

    id: str
    name: str
    product: str
    host: str
    cost: int = field(validator=within(0, 10**8))
    pull: int = field(validator=within(1, 10_000))
    what: str
    reason: str


def check_village(
    where: str, trainees: Sequence[Trainee], farms: Sequence[Farm], crops: Collection[str]
) -> None:
    """Farms name crops and trainees that there are, each once, and each trainee has a farm.

    Raises:
        ContentError: an id that is referred to in vain or stands twice, or a skill out of reach.
    """
    hosts = [trainee.id for trainee in trainees]
    for names in (hosts, [farm.id for farm in farms], [farm.product for farm in farms]):
        if len(set(names)) < len(names):
            raise ContentError(f"{where}: {names[-1]!r} or another stands twice among its farms")
    for farm in farms:
        for name, table in ((farm.product, crops), (farm.host, hosts)):
            if name not in table:
                raise ContentError(f"{where}: farm {farm.id}: there is no {name!r}")
    for trainee in trainees:
        if trainee.most < trainee.start:
            raise ContentError(f"{where}: {trainee.id} begins above the most that is in them")
        if trainee.id not in {farm.host for farm in farms}:
            raise ContentError(f"{where}: {trainee.id} has no farm to speak for")
