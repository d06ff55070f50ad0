"""A campaign in memory: the moment, and the chained hash that proves how it came about."""

from attrs import evolve, frozen

from livegame.engine.days.hashing import days_marks
from livegame.engine.days.reducer import DayAction, Moment, act, advance, begin
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState
from livegame.engine.watch import sales_now
from livegame.runs.lines import STEP_DIGITS, Check
from livegame.runs.track import chained, first_link


@frozen(eq=False)
class DaysTrack:
    """One moment of a campaign's run. Moving on gives a new one.

    Attributes:
        chain: hash over the header and all steps so far, 64 hex digits.
        steps: first digits of the hashes of the steps since the last checkpoint.
        checked: the step of that checkpoint. digest: hash of the last moment; "" before the first.
        past: the days as they stood at first and after each turn: a plan taken, the store shut, a
            show over, a night gone by. For whoever looks back; in no hash.
    """

    season: Season
    moment: Moment
    chain: str
    steps: str = ""
    checked: int = 0
    digest: str = ""
    past: tuple[DayState, ...] = ()

    @classmethod
    def begin(cls, season: Season, seed: int, start: bytes) -> "DaysTrack":
        """The first morning; `start` is the header line as bytes."""
        moment = begin(season, seed)
        return cls(season, moment, first_link(start), past=(moment.days,))

    @property
    def tick(self) -> int:
        """Steps gone by."""
        return self.moment.days.steps

    @property
    def over(self) -> bool:
        """Whether the campaign has ended."""
        return self.moment.over

    def acted(self, action: DayAction) -> "DaysTrack":
        """After a decision.

        Raises:
            IllegalAction: the rules do not allow it now.
        """
        moment = act(self.season, self.moment, action)
        return evolve(self, moment=moment, past=self._turned(moment))

    def advanced(self) -> "DaysTrack":
        """After one step.

        Raises:
            ValueError: it is morning and nothing is planned, or all is over.
        """
        moment = advance(self.season, self.moment)
        digest = moment.hash()
        return evolve(
            self,
            moment=moment,
            chain=chained(self.chain, digest),
            steps=self.steps + digest[:STEP_DIGITS],
            digest=digest,
            past=self._turned(moment),
        )

    def _turned(self, moment: Moment) -> tuple[DayState, ...]:
        """The past, with this moment in it if it begins another part of the day."""
        same = moment.days.phase == self.moment.days.phase
        return self.past if same else (*self.past, moment.days)

    def marked(self) -> "DaysTrack":
        """The same moment, with a checkpoint behind it."""
        return evolve(self, steps="", checked=self.tick)

    def checkpoint(self) -> Check:
        """The checkpoint line for this moment."""
        days, show = self.moment.days, self.moment.show if self.moment.on_air else None
        goods = zip(self.season.goods, days.ordered, strict=True)
        return Check(
            tick=self.tick,
            check=self.chain,
            steps=self.steps,
            marks=days_marks(days),
            sales=days.sales + (int(sales_now(show)[0, 0]) if show is not None else 0),
            watching=int(show.viewers[0, 0].sum()) if show is not None else 0,
            rank=1,
            orders=int(days.ordered.sum()),
            visitors=days.visited + days.watched,
            trust=days.trust * 1000 >> 16,
            sold=tuple((good, int(packs)) for good, packs in goods),
        )
