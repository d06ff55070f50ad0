"""A run without an engine: it moves plausibly, so that the screens can be tested alone."""

from pathlib import Path
from random import Random
from typing import Any

from attrs import evolve

from livegame.catalog.library import Library
from livegame.engine.actions import Action, Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.engine.events import (
    BeatEnded,
    BeatStarted,
    Chat,
    Event,
    LinkOpened,
    Ordered,
    RankChanged,
    RoomEnded,
    SoldOut,
)
from livegame.engine.result import ProductResult, Result
from livegame.engine.view import ProductView, RoomView, Standing
from livegame.runs.breath import Breath
from livegame.runs.estimate import Estimate
from livegame.runs.freshlot import FreshLot
from livegame.runs.payback import Payback

SCENARIO = "618-2020-diplomats"


class FakeSession:
    """A run in memory; what a seed and the same decisions give is always the same."""

    def __init__(
        self, lib: Library, role: str = "thailand", seed: int = 7, ticks: int = 60
    ) -> None:
        self.path: Path | None = None
        self.scenario = lib.scenarios[SCENARIO]
        self.role, self.seed, self.mode = role, seed, "free"
        self.ticks = ticks
        self._lib = lib
        self._random = Random(seed)
        self.decisions: list[Action] = []
        self.watching = [60_000]
        self.sales = [0]
        self.marks: list[tuple[int, str, str]] = []
        self.closed = False
        self.view = self._first()

    def _first(self) -> RoomView:
        goods = tuple(
            ProductView(
                id=p.id, name=p.name, short=p.short, name_zh=p.name_zh, pack=p.pack, unit=p.unit,
                units_per_pack=p.units_per_pack, price=p.usual_fen, usual=p.usual_fen,
                cost=p.usual_fen * 7 // 10, open=at > 0, shelf=3000, held=2000, lot=3000, sold=0,
                reserved=0, sales=0, desire=150, doubt=400, wear=0, fresh=50_000, passed=2000,
                rate=0, turned_away=0, appeal=12,
            )
            for at, p in enumerate(self._lib.goods(self.role))
        )  # fmt: skip
        return RoomView(
            role=self.role, tick=0, ticks=self.ticks, clock=0, watching=60_000, visitors=60_000,
            peak=60_000, arrived=9000, left=7000, heat=1100, heat_rank=3, rank=4, trust=600,
            mood=550, anger=0, voice=1000, budget=6_000_000, spent=0, sales=0, orders=0, pitch="",
            product="", beat_left=0, beat_seconds=0, idle=True, planned=False, over=False,
            questions=12, chat_rate=900, used=(), products=goods,
        )  # fmt: skip

    @property
    def finished(self) -> bool:
        return self.view.over

    @property
    def standings(self) -> tuple[Standing, ...]:
        others = [r for r in self.scenario.roles if r != self.role]
        rows = [
            (role, 40_000_00 * (at + 1) + self.view.tick * 1000_00)
            for at, role in enumerate(others)
        ]
        rows.append((self.role, self.view.sales))
        rows.sort(key=lambda row: -row[1])
        return tuple(
            Standing(at + 1, role, sales, 40_000 + at * 900, 1000, (at % 3) - 1)
            for at, (role, sales) in enumerate(rows)
        )

    @property
    def result(self) -> Result:
        if not self.finished:
            raise ValueError("not over")
        view = self.view
        products = tuple(
            ProductResult(
                id=g.id, orders=g.sold, packs=g.sold, units=g.sold * g.units_per_pack,
                sales=g.sales, refunded=3, left=g.shelf + g.held, turned_away=g.turned_away,
                soldout_tenths=42 if not g.shelf else -1,
            )
            for g in view.products
        )  # fmt: skip
        sales = sum(p.sales for p in products)
        goods, refunds, spoilage = sales * 6 // 10, sales // 50, 12_345
        settled = sales - goods - refunds - view.spent - spoilage
        par = 31_549_994
        return Result(
            role=self.role, points=max(0, settled * 1000 // par), settled=settled, par=par,
            sales=sales, goods=goods, refunds=refunds, marketing=view.spent, spoilage=spoilage,
            penalties=0, service=950, trust=view.trust, rank=view.rank, stars=1,
            visitors=view.visitors, peak=view.peak,
            luck=(("room", 1080), *((g.id, 960) for g in view.products)), products=products,
        )  # fmt: skip

    @property
    def quickest(self) -> dict[str, int]:
        return {g.id: g.soldout_tenths for g in self.result.products if g.soldout_tenths >= 0}

    @property
    def estimate(self) -> Estimate:
        view = self.view
        sales = sum(g.sales for g in view.products)
        goods, refunds, spoilage = sales * 6 // 10, sales // 50, 12_345
        settled, par = sales - goods - refunds - view.spent - spoilage, 31_549_994
        running = settled * 1000 // par
        return Estimate(
            max(0, running), running, settled, par, 0, 600, sales, goods, refunds, view.spent,
            spoilage, 0,
        )  # fmt: skip

    @property
    def breath(self) -> Breath:
        return Breath(self.view.voice // 75, "countdown", self.view.voice // 30, "taste")

    @property
    def until(self) -> dict[str, int]:
        return {}

    def payback(self, product: str, fen: int) -> Payback:
        good = self.view.product_view(product)
        assert good
        each = max(0, good.price - fen)
        return Payback(good.sold, each, each * good.sold, good.passed, good.passed // 4)

    def fresh_lot(self, product: str, packs: int) -> FreshLot:
        good = self.view.product_view(product)
        assert good
        return FreshLot(good.passed, good.passed * packs // (good.shelf + packs) // 4)

    def price_range(self, product: str) -> tuple[int, int]:
        good = self.view.product_view(product)
        assert good
        return good.usual // 5, good.usual * 2

    def why_not(self, action: Action) -> str:
        view = self.view
        if view.over:
            return "the broadcast is over"
        match action:
            case Beat(pitch, _) if not view.idle:
                return "you are still in the middle of something"
            case Beat(pitch, _) if self._lib.pitches[pitch].cost > view.budget:
                return "the budget does not reach that far"
            case Plan() if view.tick or view.planned:
                return "the plan is made before the show, and only once"
            case Release(product, packs):
                good = view.product_view(product)
                if good is None or packs > good.held:
                    return "you do not hold that many back"
            case Cut() if view.idle:
                return "there is no beat to cut short"
            case _:
                pass
        return ""

    def decide(self, action: Action) -> tuple[Event, ...]:
        assert not self.why_not(action), self.why_not(action)
        self.decisions.append(action)
        view = self.view
        match action:
            case Beat(pitch, product):
                kind = self._lib.pitches[pitch]
                self.view = evolve(
                    view, pitch=pitch, product=product or view.product, idle=False,
                    beat_left=kind.seconds, beat_seconds=kind.seconds,
                    budget=view.budget - kind.cost, spent=view.spent + kind.cost,
                )  # fmt: skip
                self.marks.append((view.tick, "beat", product))
                return (BeatStarted(pitch, product),)
            case SetPrice(product, fen):
                self._good(product, price=fen)
            case Release(product, packs):
                good = view.product_view(product)
                assert good
                self._good(product, shelf=good.shelf + packs, held=good.held - packs)
            case Link(product, open=is_open):
                self._good(product, open=is_open)
                return (LinkOpened(product),) if is_open else ()
            case Cut():
                self.view = evolve(view, pitch="", idle=True, beat_left=0)
                return (BeatEnded(view.pitch, view.product),)
            case Plan():
                self.view = evolve(view, planned=True)
            case Reply():
                self.view = evolve(view, questions=0)
        return ()

    def _good(self, product: str, **changes: Any) -> None:
        goods = tuple(evolve(g, **changes) if g.id == product else g for g in self.view.products)
        self.view = evolve(self.view, products=goods)

    def advance(self) -> tuple[Event, ...]:
        assert not self.finished
        view, dice = self.view, self._random
        events: list[Event] = [Chat("want", view.product, 400), Chat("how", view.product, 90)]
        for good in view.products:
            packs = min(good.shelf, dice.randrange(0, 60)) if good.open else 0
            if packs:
                events.append(Ordered(good.id, packs, packs * good.price))
                self._good(
                    good.id, shelf=good.shelf - packs, sold=good.sold + packs, rate=packs * 12,
                    sales=good.sales + packs * good.price,
                )  # fmt: skip
                if packs == good.shelf:
                    events.append(SoldOut(good.id, 42, good.lot, 30))
                    self.marks.append((view.tick + 1, "soldout", good.id))
        left = max(0, view.beat_left - self.scenario.tick_seconds)
        busy = bool(view.pitch) and left > 0
        if view.pitch and not busy:
            events.append(BeatEnded(view.pitch, view.product))
            launch = self._lib.pitches[view.pitch].launch
            if launch and view.product:
                self._good(view.product, open=True)
                events.append(LinkOpened(view.product))
                self.marks.append((view.tick + 1, "launch", view.product))
        if view.product and busy:
            good = self.view.product_view(view.product)
            if good:
                self._good(view.product, desire=min(1000, good.desire + 12))
        if view.tick == 5:
            events.append(RankChanged(4, 3))
        watching = max(0, view.watching + dice.randrange(-1500, 2500))
        over = view.tick + 1 >= self.ticks
        self.view = evolve(
            self.view, tick=view.tick + 1, clock=view.clock + self.scenario.tick_seconds,
            watching=watching, visitors=view.visitors + 900,
            peak=max(view.peak, watching), beat_left=left,
            pitch=view.pitch if busy else "", idle=not busy, over=over, rank=3,
            sales=sum(g.sales for g in self.view.products),
        )  # fmt: skip
        self.watching.append(watching)
        self.sales.append(self.view.sales)
        if over:
            events.append(RoomEnded())
        return tuple(events)

    def close(self) -> None:
        self.closed = True
