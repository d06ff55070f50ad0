"""What stands beside a pitch: its forecast, how long it takes and what it costs."""

from livegame.catalog import figures
from livegame.catalog.models import Pitch
from livegame.catalog.texts import t
from livegame.runs.ahead import change_of_odds as odds_of
from livegame.studio import bands
from livegame.studio.answers.answer import Answer
from livegame.studio.show import Show


def pitch(show: Show, name: str, column: str = "") -> Answer | None:
    """A pitch with all that is foreseen of it; `column` is the figure that was asked about."""
    found = next((one for one in show.pitches if one.id == name), None)
    if found is None:
        return None
    told = Answer(_title(found))
    against = show.why_not(found) if show.view.idle else ""
    if against:
        told.say(t("why.band.against", why=against))
    if name == show.view.call:
        told.say(_called(show))
    band = show.bands.get(name)
    if band:
        told.head(t("why.band.is"))
        for one in bands.COLUMNS:
            text = bands.figure(band, one)
            if text:
                told.part(t(f"why.band.{one}"), text)
        told.say(t("why.band.luck"))
    elif show.view.idle and not against:
        told.say(t("studio.choice.wait"))
    told.part(t("why.part.takes"), figures.beat_time(found.seconds, " "))
    told.part(t("why.part.costs"), figures.money(found.cost))
    if found.voice < 0:
        told.part(t("why.part.rests"), figures.percent(-found.voice))
    return told.say(found.what).say(found.risk)


def _called(show: Show) -> str:
    """What answering the chat's call is worth, which the forecast counts in."""
    row = show.session.scenario.calls
    if row is None:
        return ""
    odds = figures.signed(str(odds_of(row.appeal)), 1)
    return t("why.band.called", strength=f"{row.strength:g}", odds=odds)


def _title(found: Pitch) -> str:
    return t("why.band.title", pitch=found.name)
