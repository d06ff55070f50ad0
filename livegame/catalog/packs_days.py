"""Whether the rows of a campaign of several days in a pack fit together."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from livegame.catalog.campaigns import Campaign
from livegame.catalog.joint import joint_mistakes
from livegame.catalog.packs_days_bounds import (
    CAUSES,
    EFFECTS,
    MOST,
    MOST_STAGES,
    MOST_TICKS,
    RULES,
)
from livegame.catalog.packs_days_files import FOLDER
from livegame.catalog.packs_findings import Findings, between
from livegame.catalog.trophies import DAY_FIGURES

if TYPE_CHECKING:
    from livegame.catalog.library import Library
    from livegame.catalog.models import Product
    from livegame.catalog.packs import Pack, Placed


class CampaignCheck:
    """Looks at one campaign; everything wrong is told with the file in which the key stands."""

    def __init__(self, placed: "Placed", pack: "Pack", lib: "Library", told: Findings) -> None:
        self._placed, self._pack, self._lib, self._told = placed, pack, lib, told
        self._one: Campaign = placed.value
        goods: dict[str, list[Product]] = {}
        for good in [*lib.products.values(), *pack.values("products")]:
            goods.setdefault(good.host, []).append(good)
        self._goods = {role: goods.get(role, []) for role in self._one.roles}
        # Rows that are wrong in themselves were told; whoever names them is not told again.
        self._lost = sorted(pack.broken.get("products", ()))

    def look(self) -> None:
        """Tell everything."""
        self._names()
        self._sizes()
        self._references()
        self._crops()
        self._market()
        self._happenings()
        self._village()
        self._scripts()
        known = {**self._lib.facts, **{row.id: row for row in self._pack.values("facts")}}
        one = self._one
        for key, value, reason in joint_mistakes(one.joint, one.region, one.days, one.roles, known):
            self._tell(key, value, reason)

    def _tell(self, key: str, value: Any, reason: str, allowed: str = "") -> None:
        file = self._placed.at(key)
        self._told.tell(file, "", key, value, reason, allowed)

    def _known(
        self, key: str, names: Iterable[str], table: Iterable[str], what: str, *, none: bool = False
    ) -> None:
        """Tell every name that is not in a table; with `none`, "" may stand for no name."""
        listed = list(table)
        for name in names:
            if name not in listed and not (none and not name):
                self._tell(key, name, f"there is no such {what}", ", ".join(listed[:24]))

    def _names(self) -> None:
        one, pack, lib = self._one, self._pack, self._lib
        if self._placed.stem != one.id:
            self._tell("id", one.id, "is not the name of its file", f"scenarios/{one.id}.toml")
        taken = {*lib.scenarios, *lib.campaigns}
        if one.id in taken:
            self._tell("id", one.id, "is taken", f"{pack.id}-NAME")
        for key, name in (("id", one.id), ("key", one.key)):
            if pack.id and name != pack.id and not name.startswith(f"{pack.id}-"):
                self._tell(key, name, "must begin with the pack's id", f"{pack.id}-NAME")
        others = [row for row in pack.values(FOLDER) if row is not one]
        shared = {row.key for row in [*lib.campaigns.values(), *others]}
        if one.key in shared:
            self._tell("key", one.key, "is another campaign's, too", "a key of its own")
        if any(row.id == one.id for row in [*others, *pack.values("scenarios")]):
            self._tell("id", one.id, "stands twice in this pack")

    def _sizes(self) -> None:
        one = self._one
        for name, (least, most) in MOST.items():
            if not least <= len(getattr(one, name)) <= most:
                self._tell(name, len(getattr(one, name)), "too many or none", between(least, most))
        evening = one.evening
        ticks = evening.minutes * 60 // evening.tick_seconds
        if ticks < 10 or ticks * one.days > MOST_TICKS:
            why = "minutes by tick_seconds by days gives too many or too few ticks"
            allowed = f"10 an evening, {MOST_TICKS} in all"
            self._tell("evening.tick_seconds", evening.tick_seconds, why, allowed)
        for key in ("segments", "pitches"):
            if not 1 <= len(getattr(evening, key)) <= 12 + 24 * (key == "pitches"):
                self._tell(f"evening.{key}", len(getattr(evening, key)), "too many or none")
        for name in ("slot", "coupon", "route", "happening", "trophy", "trainee", "farm"):
            self._once(name, [row.id for row in getattr(one, name)])
        self._once("crop", [row.product for row in one.crop])
        self._once("roles", one.roles)
        self._once("evening.segments", evening.segments)
        self._once("evening.pitches", evening.pitches)
        self._once("script", [row.role for row in one.script])
        self._once("daily", [row.role for row in one.daily])

    def _once(self, key: str, names: list[str]) -> None:
        seen: set[str] = set()
        for name in names:
            if name in seen:
                self._tell(key, name, "stands twice")
            seen.add(name)

    def _table(self, name: str) -> set[str]:
        """Ids that a reference may name: of the game, the pack, and of rows that were told."""
        ids = {row.id for row in self._pack.values(name)}
        return {*getattr(self._lib, name), *ids, *self._pack.broken.get(name, ())}

    def _references(self) -> None:
        one = self._one
        facts, sources = self._table("facts"), self._table("sources")
        rows: list[tuple[str, Iterable[str], str]] = [
            ("facts", one.facts, "facts"),
            ("roles", one.roles, "hosts"),
            ("evening.segments", one.evening.segments, "segments"),
            ("evening.pitches", one.evening.pitches, "pitches"),
            *((f"target.{row.id}.products", row.products, "products") for row in one.target),
        ]
        for key, names, table in rows:
            self._known(key, names, sorted(self._table(table)), table.rstrip("s"))
        for target in one.target:
            names = [target.fact, target.base]
            self._known(f"target.{target.id}.fact", names, sorted(facts), "fact", none=True)
            if target.measure not in ("units", "night"):
                self._tell(f"target.{target.id}.measure", target.measure, "is unknown", "units")
        for kind in ("route", "crop"):
            for row in getattr(one, kind):
                self._known(f"{kind}.source", [row.source], sorted(sources), "source", none=True)

    def _crops(self) -> None:
        one = self._one
        sold = [*self._lost, *(good.id for goods in self._goods.values() for good in goods)]
        self._known("crop.product", [crop.product for crop in one.crop], sold, "good of a role")
        crops = {crop.product for crop in one.crop}
        for role, goods in self._goods.items():
            if not 1 <= len(goods) <= 24 and "products" not in self._pack.broken:
                self._tell("roles", role, f"has {len(goods)} goods", between(1, 24))
            for good in goods:
                if good.id not in crops:
                    self._tell("crop", good.id, "has no [[crop]]", "one for each good of a role")
        for crop in one.crop:
            key, wide = f"crop.{crop.product}", len(crop.stages)
            if not 1 <= wide <= MOST_STAGES:
                self._tell(f"{key}.stages", wide, "too many or none", between(1, MOST_STAGES))
                continue
            for name, none in (("keen", ()), ("complain", ()), ("spoil", ()), ("plant", (0,)),
                               ("drop", (0,))):  # fmt: skip
                count = len(getattr(crop, name))
                if count not in (wide, *none):
                    self._tell(f"{key}.{name}", count, "has another length than stages", str(wide))
            for name in ("ripe", "from_stage"):
                value = int(getattr(crop, name))
                if value >= wide:
                    self._tell(
                        f"{key}.{name}", value, "there is no such stage", between(0, wide - 1)
                    )

    def _market(self) -> None:
        one = self._one
        for slot in one.slot:
            if slot.night:
                why = "a show of a night of the game; not in a pack"
                self._tell(f"slot.{slot.id}.night", slot.night, why, '""')
            self._known(f"slot.{slot.id}.roles", slot.roles, one.roles, "role")
        parts = [row.id for rows in (one.route, one.coupon, one.slot) for row in rows]
        numbers = [rung.number for rung in one.rung]
        if numbers != list(range(1, len(numbers) + 1)):
            self._tell("rung.number", str(numbers), "should count from 1, in order")
        for rung in one.rung:
            key = f"rung.{rung.number}"
            self._known(f"{key}.without", rung.without, parts, "route, coupon or slot")
            self._known(f"{key}.rule", rung.rule, RULES, "rule")
            for name, value in rung.rule.items():
                self._range(f"{key}.rule.{name}", value, RULES.get(name))
        for trophy in one.trophy:
            for name in ("least", "most"):
                table = getattr(trophy, name)
                self._known(f"trophy.{trophy.id}.{name}", table, DAY_FIGURES, "figure")
            if not (trophy.least or trophy.most):
                self._tell(f"trophy.{trophy.id}", "", "asks for nothing", "least or most")

    def _range(self, key: str, value: float, limits: tuple[float, float] | None) -> None:
        if limits and not limits[0] <= value <= limits[1]:
            self._tell(key, value, "is out of range", between(*limits))

    def _happenings(self) -> None:
        one = self._one
        crops = [crop.product for crop in one.crop]
        for row in one.happening:
            key = f"happening.{row.id}"
            self._known(f"{key}.effect", row.effect, EFFECTS, "effect")
            for name, value in row.effect.items():
                self._range(f"{key}.effect.{name}", value, EFFECTS.get(name))
            self._known(f"{key}.cause", [row.cause], CAUSES[1:], "cause", none=True)
            self._known(f"{key}.appeal", row.appeal, crops, "good of the campaign")
            if bool(row.odds) == bool(row.cause):
                self._tell(key, row.odds, "needs odds or a cause, one of them")
            if not row.first <= row.last <= one.days:
                limits = between(row.first, one.days)
                self._tell(f"{key}.last", row.last, "is before first or after the end", limits)

    def _village(self) -> None:
        one = self._one
        hosts, crops = [row.id for row in one.trainee], [row.product for row in one.crop]
        speak = {farm.host for farm in one.farm}
        for farm in one.farm:
            self._known(f"farm.{farm.id}.host", [farm.host], hosts, "trainee")
            self._known(f"farm.{farm.id}.product", [farm.product], crops, "crop")
        self._once("farm.product", [farm.product for farm in one.farm])
        for row in one.trainee:
            if row.most < row.start:
                why = "is below the skill at the start"
                self._tell(f"trainee.{row.id}.most", row.most, why, between(row.start, 1000))
            if row.id not in speak:
                self._tell(f"trainee.{row.id}", "", "has no farm to speak for", "a [[farm]]")

    def _scripts(self) -> None:
        one = self._one
        for table in ("script", "daily"):
            roles = [row.role for row in getattr(one, table)]
            self._known(f"{table}.role", roles, one.roles, "role")
            for role in one.roles:
                if role not in roles:
                    self._tell(table, role, f"has no [[{table}]]", "one for each role")
        for script in one.script:
            self._orders(script.role, script)
        for daily in one.daily:
            goods = self._sold(daily.role)
            self._once(f"daily.{daily.role}.day", [str(m.day) for m in daily.morning])
            for morning in daily.morning:
                self._morning(f"daily.{daily.role}.day {morning.day}", morning, goods)

    def _sold(self, role: str) -> list[str]:
        return [*(good.id for good in self._goods.get(role, [])), *self._lost]

    def _orders(self, role: str, script: Any) -> None:
        goods, key = self._sold(role), f"script.{role}"
        self._known(f"{key}.open", script.open, goods, "good of the role")
        self._known(f"{key}.lots", script.lots, goods, "good of the role")
        if not script.cues:
            self._tell(f"{key}.cues", "", "there are none", "one or more")
        for at, cue in enumerate(script.cues, 1):
            where = f"{key}.cues[{at}]"
            self._known(f"{where}.pitch", [cue.pitch], self._one.evening.pitches, "pitch here")
            named = [*cue.shut, *cue.open, *cue.release, *cue.price]
            self._known(where, named, goods, "good of the role")
            self._known(f"{where}.product", [cue.product], goods, "good of the role", none=True)

    def _morning(self, key: str, morning: Any, goods: list[str]) -> None:
        one = self._one
        if morning.day > one.days:
            self._tell(key, morning.day, "is after the end", between(1, one.days))
        for name in ("prices", "picks", "promise", "truck", "wait", "toss"):
            self._known(f"{key}.{name}", getattr(morning, name), goods, "good of the role")
        routes = [f"{route.id}.{good}" for route in one.route for good in goods]
        self._known(f"{key}.loads", morning.loads, routes, "load; write ROUTE.GOOD")
        for name, rows in (("coupon", one.coupon), ("slot", one.slot)):
            ids = [row.id for row in rows]
            self._known(f"{key}.{name}", [getattr(morning, name)], ids, name, none=True)
        for name, people in (("train", one.trainee), ("air", one.farm)):
            ids = [row.id for row in people]
            self._known(f"{key}.{name}", getattr(morning, name), ids, "row of the village")
