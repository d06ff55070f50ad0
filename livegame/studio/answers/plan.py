"""What a day's plan costs, and what a row of it means."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.perpack import pack_rows
from livegame.runs.campaigns.plan import draft_lines
from livegame.studio.answers.answer import Answer
from livegame.studio.knob import Knob


def plan_cost(draft: DayDraft) -> Answer:
    """The cost of the plan as it stands, with all that is in it."""
    told = Answer(t("why.plan_cost", money=figures.money(draft.cost)))
    for row in draft_lines(draft)[1:]:
        told.say(row.strip())
    return told


def plan_row(draft: DayDraft, knob: Knob) -> Answer:
    """A row of the plan, how it stands, what it means, and what a pack of it costs and brings."""
    told = Answer(t("why.knob", label=knob.label, value=knob.value)).say(knob.about)
    if knob.good:
        told.head(t("why.a_pack.head"))
        for name, amount in pack_rows(draft, knob.good, knob.route):
            told.part(name, amount)
    return told.say(knob.limit)
