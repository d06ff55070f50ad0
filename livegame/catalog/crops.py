"""How goods come to a campaign's store and live there, as types."""

from collections.abc import Sequence

from attrs import field, frozen

from livegame.catalog.problems import ContentError
from livegame.catalog.ranges import within


@frozen
class Route:
    """A way for goods to come: `loads` a day at most, `lead` nights later, `cost` fen a load.

    Attributes:
        leaves: the days on which it leaves; every day if empty.
        ageing: chance a night, per mille, of ripening a stage under way.
        aged: stages that goods have gone on before they are ordered.
        roles: whose way it is; everybody's if empty.
    """

    id: str
    name: str
    lead: int = field(validator=within(0, 9))
    loads: int = field(validator=within(1, 1000))
    cost: int = field(validator=within(0, 10**10))
    ageing: int = field(validator=within(0, 1000))
    what: str
    reason: str
    leaves: list[int] = field(factory=list)
    aged: int = field(default=0, validator=within(0, 10))
    source: str = ""
    roles: list[str] = field(factory=list)


@frozen
class Crop:
    """How a product lives through days; lists go by stage of ripeness.

    Attributes:
        load: packs that a wagon takes; 0 if no route brings it. from_stage: stage on leaving.
        opening: packs in the store at first, all of `from_stage`.
        plant: packs on the plants at first, by stage. picks: packs that a hand picks in a day.
        keen: shift of the log-odds of buying. complain: packs paid back, per mille.
        spoil: lost a night in the store, per mille. drop: the same on the plant.
        ageing: chance a night of a stage more in the store, per mille; growing: on the plant.
        ripe, over: the first stage that is ripe, and the first past its best.
        promise: most packs a day that may be promised before they are there.
        patience: days for which a buyer waits for a promise.
        choosy: pickers leave what is past its best on the plant as long as there is better.
        book: packs for which a deposit was left before the first day.
        stages: their names, in order. what: it is picked from, as "the lines in the yard"; the
            plants where empty.
    """

    product: str
    keen: list[float]
    complain: list[int]
    spoil: list[int]
    ageing: int = field(validator=within(0, 1000))
    ripe: int = field(validator=within(0, 20))
    over: int = field(validator=within(0, 20))
    stages: list[str]
    reason: str
    load: int = field(default=0, validator=within(0, 10**7))
    from_stage: int = field(default=0, validator=within(0, 20))
    opening: int = field(default=0, validator=within(0, 10**7))
    plant: list[int] = field(factory=list)
    drop: list[int] = field(factory=list)
    growing: int = field(default=0, validator=within(0, 1000))
    picks: int = field(default=0, validator=within(0, 10**6))
    promise: int = field(default=0, validator=within(0, 10**7))
    patience: int = field(default=1, validator=within(1, 3))
    choosy: bool = False
    book: int = field(default=0, validator=within(0, 10**7))
    what: str = ""
    source: str = ""


def check_crops(where: str, crops: Sequence[Crop]) -> None:
    """Each list of a crop goes by its stages.

    Raises:
        ContentError: one is too short or too long, or a stage is named that there is not.
    """
    for crop in crops:
        wide = len(crop.stages)
        for name in ("keen", "complain", "spoil"):
            if len(getattr(crop, name)) != wide:
                raise ContentError(f"{where}: {name} of {crop.product} needs {wide} numbers")
        for name in ("plant", "drop"):
            if len(getattr(crop, name)) not in (0, wide):
                raise ContentError(f"{where}: {name} of {crop.product} needs {wide} numbers")
        if not crop.ripe < wide or not crop.from_stage < wide:
            raise ContentError(f"{where}: {crop.product} has no such stage")
