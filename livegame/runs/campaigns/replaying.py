"""Does a campaign's run file replay to what it says? One after the other, each from its seed."""

from collections.abc import Sequence

from livegame.catalog.problems import ContentError
from livegame.catalog.texts import t
from livegame.engine.days.outcome import outcome
from livegame.runs.campaigns.seasons import season_of_header, why_not_mode
from livegame.runs.campaigns.session import replayed
from livegame.runs.campaigns.track import DaysTrack
from livegame.runs.claims import why_not_claim
from livegame.runs.compare import compare_footer
from livegame.runs.problems import RunError
from livegame.runs.replaying import Verdict, bare, unfinished
from livegame.runs.runfile import RunFile


def replay_campaigns(runs: Sequence[tuple[RunFile, str]]) -> list[Verdict]:
    """Verdicts on campaigns that have been read, in their order.

    Args:
        runs: (run, name of its file).
    """
    return [_verdict(run, file) for run, file in runs]


def _verdict(run: RunFile, file: str) -> Verdict:
    try:
        season = season_of_header(run.header, run.name)
        track = replayed(DaysTrack.begin(season, run.header.seed, run.start), run)
    except (RunError, ContentError) as error:
        return Verdict(file, False, why=bare(error, run.name))
    digest = track.moment.hash()
    if run.footer is None:
        why = t("days.unfinished_at", day=track.moment.days.day + 1, days=season.days)
        return unfinished(run, file, digest, why)
    if not track.over or run.footer.end != track.tick:
        why = t("days.ends_elsewhere", end=run.footer.end, step=track.tick)
        return Verdict(file, False, None, digest, why)
    if track.checked != track.tick:
        return Verdict(file, False, None, digest, t("runs.no_last_check"))
    result = outcome(season, track.moment.days)
    why = compare_footer(run.footer, result, digest)  # type: ignore[arg-type]
    if run.torn and not why:
        why = t("runs.after_end", where=run.name)
    why = why or why_not_mode(run.header) or why_not_claim(run)
    return Verdict(file, not why, result.points, digest, why, () if why else result.trophies)
