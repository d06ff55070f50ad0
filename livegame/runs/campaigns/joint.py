"""A joint goal in words: where the counter stands, what is asked, what the truck pays, the end."""

from collections.abc import Iterable

from livegame.catalog.figures import count, money, percent, short
from livegame.catalog.joint import KILOGRAM
from livegame.catalog.texts import t
from livegame.engine.days import joint
from livegame.engine.days.joint import JointEnd
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState

USUAL = 1000


def joint_lines(season: Season, state: DayState) -> list[str]:
    """The counter this morning, what it asks and gives; nothing where there is no joint goal."""
    row = season.joint.row
    if row is None:
        return []
    return [_stands(season, state), pays_line(season, state), _page(season, state)]


def _stands(season: Season, state: DayState) -> str:
    common, row, day = season.joint, season.joint.row, state.day
    counted = joint.counter(state)
    words = {
        "name": row.name if row else "",
        "goal": count(common.goal),
        "due": count(int(common.due[day])),
        "asked": count(int(common.asked[day])),
        "own": count(joint.out(common, state)),
        "days": season.days,
        "counted": count(counted),
    }
    if not day:
        return t("joint.first", **words)
    gap = counted - int(common.due[day - 1])
    key = "stands_behind" if gap < 0 else "stands_on"
    return t(f"joint.{key}", over=count(gap), short=count(-gap), **words)


def pays_line(season: Season, state: DayState) -> str:
    """What the truck pays today."""
    row = season.joint.row
    key = "pays_more" if joint.is_behind(season.joint, state) else "pays"
    return t(
        f"joint.{key}",
        rate=percent(joint.rate(season.joint, state)),
        beyond=percent(row.beyond if row else 0),
        lack=count(joint.lacking(season.joint, state)),
    )


def _page(season: Season, state: DayState) -> str:
    row, day = season.joint.row, state.day
    if row is None:
        return ""
    more = percent(row.front - USUAL)
    front = joint.front(season.joint, state, day) > USUAL
    here = t("joint.page" if front else "joint.no_page", more=more) if day else ""
    if day + 1 < season.days:
        region = season.joint.regions[season.joint.home].name
        return f"{here} {t('joint.to_earn', more=more, region=region)}".strip()
    return f"{here} {t('joint.to_end', pot=money(row.pot))}".strip()


def night_line(season: Season, before: DayState, after: DayState) -> list[str]:
    """What the platform counted tonight: all farms, by region, and the player's share."""
    common, row, day = season.joint, season.joint.row, before.day
    if row is None:
        return []
    counted, own = joint.counter(after), int(after.own[: day + 1].sum())
    asked = int(common.asked[day])
    by_region = after.others[:, : day + 1].sum(axis=1)
    state = "state_behind" if counted < int(common.due[day]) else "state_on"
    key = "share_kept" if after.kept[day] else "share_short"
    return [
        t(
            "joint.by_night",
            name=row.name,
            counted=count(counted),
            goal=count(common.goal),
            state=t(f"joint.{state}"),
            regions=_regions(
                (r.name, int(n)) for r, n in zip(common.regions, by_region, strict=True)
            ),
            own=count(own),
            asked=count(asked),
            share=t(f"joint.{key}", short=count(max(0, asked - own))),
        )
    ]


def _regions(rows: Iterable[tuple[str, int]]) -> str:
    parts = [t("joint.region", name=name, kilos=short(kilos)) for name, kilos in rows]
    return ", ".join(parts)


def head_words(season: Season, state: DayState) -> str:
    """The counter in the desk's head: how much stands and should stand, as shares of the goal."""
    common, row = season.joint, season.joint.row
    if row is None:
        return ""
    done = joint.days_done(state)
    due = int(common.due[done - 1]) if done else 0
    return t(
        "joint.head",
        name=row.name,
        part=percent(joint.counter(state) * USUAL // common.goal),
        due=percent(due * USUAL // common.goal),
    )


def end_joint(season: Season, found: JointEnd | None) -> list[str]:
    """How the joint goal ended; nothing where there was none."""
    if found is None:
        return []
    words = {"counted": count(found.counted), "goal": count(found.goal), "days": season.days}
    key = "end_reached" if found.reached else "end_short"
    own = t(
        "joint.end_own",
        own=count(found.own),
        asked=count(found.asked),
        kept=found.kept,
        days=season.days,
        trucked=count(found.trucked),
    )
    return [
        t(f"joint.{key}", short=count(found.goal - found.counted), **words),
        t("joint.end_regions", regions=_regions((name, kg) for name, kg, _ in found.regions)),
        own,
        t("joint.end_pot", pot=money(found.pot)) if found.pot else t("joint.end_no_pot"),
    ]


def counts(season: Season, good: int) -> bool:
    """Whether a good can go on the truck."""
    unit = season.world.goods[0][good].unit
    return season.joint.row is not None and unit == KILOGRAM
