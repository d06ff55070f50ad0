"""What the days before a great night come to, line by line, and of what each line is made: the book
in each window, parcels, questions, lines of sales, packs by day."""

from attrs import frozen

from livegame.catalog.figures import count, money, percent
from livegame.catalog.texts import t
from livegame.engine.days.eve_end import EveEnd
from livegame.engine.days.outcome import DaysResult
from livegame.engine.days.season import Season

PERMILLE = 1000


@frozen
class Sum:
    """One figure of the last page.

    Attributes:
        text: as the page has it. title: as an answer has it. parts: (what, how much), which add up
            to it. says: what it means.
    """

    text: str
    title: str
    parts: tuple[tuple[str, str], ...]
    says: str


def tally(season: Season, result: DaysResult) -> tuple[Sum, ...]:
    """All figures, in the order of the page; none where days lead up to no night."""
    end = result.eve
    if end is None:
        return ()
    return (
        _deposits(season, end),
        *(_window(season, end, n) for n in range(len(end.windows))),
        _parcels(season, end),
        _questions(end),
        *(_goal(season, result, end, n) for n in range(len(end.passed))),
        _sold(result, end),
    )


def _of_days(rows: tuple[int, ...], first: int = 0) -> tuple[tuple[str, str], ...]:
    """A part for each day on which there was something."""
    return tuple(
        (t("eve.end.day", day=first + n + 1), count(packs)) for n, packs in enumerate(rows) if packs
    )


def _deposits(season: Season, end: EveEnd) -> Sum:
    new = sum(end.left)
    calls = [row for row in season.eve.windows if not row.due]
    last = max((row.last for row in calls), default=0)
    early, later = sum(end.left[:last]), sum(end.left[last:])
    text = t(
        "eve.end.deposits",
        packs=count(end.opening + new),
        opening=count(end.opening),
        early=count(early),
        later=count(later),
        last=last,
    )
    opening = ((t("eve.end.opening"), count(end.opening)),)
    title = t("eve.end.deposits_title", packs=count(end.opening + new))
    return Sum(text, title, (*opening, *_of_days(end.left)), t("eve.end.deposits_is"))


def _window(season: Season, end: EveEnd, n: int) -> Sum:
    _, first, last = end.windows[n]
    row = season.eve.windows[n]
    paid, lapsed = end.paid[first : last + 1], end.lapsed[first : last + 1]
    due = sum(paid) + sum(lapsed)
    share = percent(sum(lapsed) * PERMILLE // max(due, 1))
    words = {"name": row.name, "paid": count(sum(paid)), "lapsed": count(sum(lapsed))}
    text = t("eve.end.window" if due else "eve.end.window_none", share=share, **words)
    parts: list[tuple[str, str]] = []
    for at, (some, never) in enumerate(zip(paid, lapsed, strict=True)):
        if some or never:
            value = t("eve.end.paid_day", paid=count(some), lapsed=count(never))
            parts.append((t("eve.end.day", day=first + at + 1), value))
    says = t("eve.end.window_is", what=row.what, unpaid=percent(row.unpaid))
    return Sum(text, t("eve.end.window_title", name=row.name, due=count(due)), tuple(parts), says)


def _parcels(season: Season, end: EveEnd) -> Sum:
    names = {row.id: row.name for row in season.eve.depots}
    carrier = season.eve.carrier.name if season.eve.carrier else ""
    door, near = end.sent[0][1], sum(packs for name, packs in end.sent if name)
    whole = door + near + end.after
    text = t(
        "eve.end.parcels",
        packs=count(whole),
        carrier=carrier,
        door=count(door),
        near=count(near),
        after=count(end.after),
        returned=count(end.returned),
    )
    parts = [(names.get(name, carrier), count(packs)) for name, packs in end.sent]
    parts.append((t("eve.end.after"), count(end.after)))
    says = t("eve.end.parcels_is", delayed=count(end.delayed), returned=count(end.returned))
    return Sum(text, t("eve.end.parcels_title", packs=count(whole)), tuple(parts), says)


def _questions(end: EveEnd) -> Sum:
    asked = sum(end.answered)
    shares = [percent(n * PERMILLE // max(asked, 1)) for n in end.answered]
    names = ("machine", "people", "nobody")
    words = dict(zip(names, shares, strict=True))
    text = t("eve.end.questions", asked=count(asked), **words)
    parts = tuple(
        (t(f"eve.end.{name}"), count(n)) for name, n in zip(names, end.answered, strict=True)
    )
    title = t("eve.end.questions_title", asked=count(asked))
    return Sum(text, title, parts, t("eve.end.questions_is"))


def _goal(season: Season, result: DaysResult, end: EveEnd, n: int) -> Sum:
    row, (_, day, line) = season.eve.goals[n], end.passed[n]
    words = {"title": row.title, "line": money(line), "sales": money(result.sales)}
    if day:
        text = t("eve.end.goal_passed", day=day, **words)
    else:
        text = t("eve.end.goal_open", short=money(max(0, line - result.sales)), **words)
    parts = (
        (t("eve.end.sales"), money(result.sales)),
        (t("eve.end.line"), money(line)),
    )
    return Sum(text, row.title, parts, t("eve.end.goal_is"))


def _sold(result: DaysResult, end: EveEnd) -> Sum:
    store, show = sum(end.store), sum(end.show)
    words = {"sales": money(result.sales), "store": count(store), "show": count(show)}
    rows = []
    for day, (page, night) in enumerate(zip(end.store, end.show, strict=True)):
        value = t("eve.end.sold_day", store=count(page), show=count(night))
        rows.append((t("eve.end.day", day=day + 1), value))
    title = t("eve.end.sold_title", packs=count(store + show))
    return Sum(t("eve.end.sold", **words), title, tuple(rows), t("eve.end.sold_is"))


def tally_lines(season: Season, result: DaysResult, *, whole: bool) -> list[str]:
    """The figures as lines; `whole` with what each is made of below it."""
    sums = tally(season, result)
    if not sums:
        return []
    lines = ["", t("eve.end.head")]
    for one in sums:
        lines.append(one.text)
        if whole:
            parts = [t("eve.end.part", what=what, value=value) for what, value in one.parts]
            lines += [t("eve.end.made_of", parts="; ".join(parts))] if parts else []
            lines.append(t("eve.end.says", says=one.says))
    return lines
