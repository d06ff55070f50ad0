"""A village's people and farms in words, for the desk: who they are, what a lesson or a show from
there would mean, and what stands ready."""

from livegame.catalog.figures import count, percent, price
from livegame.catalog.texts import t
from livegame.engine.days.training import between, lesson_gain
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.levels import level_words
from livegame.runs.campaigns.names import short_of


def skill_words(draft: DayDraft, h: int, *, lesson: bool) -> str:
    """Somebody's skill; with a lesson, what it becomes by the next market day."""
    skill = int(draft.state.skill[h])
    if not lesson:
        return t("days.studio.skill", skill=level_words(skill))
    later = skill + int(lesson_gain(draft.season, draft.state)[h])
    return t("days.studio.skill_after", skill=level_words(skill), later=level_words(later))


def about_person(draft: DayDraft, h: int) -> str:
    """Who somebody is, what is in them, and what a lesson costs."""
    season, state = draft.season, draft.state
    person = season.village.people[h]
    return t(
        "days.studio.about_person",
        what=person.what,
        most=percent(person.most),
        lesson=percent(person.lesson),
        show=percent(person.show),
        fee=price(person.fee),
        taken=int(state.lessons[h]),
    )


def about_farm(draft: DayDraft, f: int) -> str:
    """What a farm looks like on air, who speaks there, and what there is to sell."""
    season, state = draft.season, draft.state
    village = season.village
    farm, host, good = village.farms[f], int(village.host[f]), int(village.good[f])
    pull = between(village.draw_new, village.draw_best, state.skill)[host] * farm.pull // 1000
    return t(
        "days.studio.about_farm",
        what=farm.what,
        host=village.people[host].name,
        pull=level_words(int(pull)),
        good=short_of(season, good),
        there=count(int(state.stock[good].sum())),
        ripe=count(draft.ripe(good)),
        cost=price(farm.cost),
    )
