"""A run file told from its first line to its last."""

from collections.abc import Iterator
from pathlib import Path

from livegame.catalog.figures import count, money, price
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.actions import Action, Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.engine.events import BeatEnded, Event, SoldOut
from livegame.engine.view import RoomView
from livegame.plain.frontpage import front_page
from livegame.plain.happenings import Happenings, sold_out
from livegame.plain.words import country, good_name, pitch_name, time_of
from livegame.runs.campaigns.told import tell_campaign
from livegame.runs.lines import Check, Header
from livegame.runs.playback import Playback
from livegame.runs.problems import RunError
from livegame.runs.runfile import RunFile, read_run
from livegame.runs.verify import verify_run

USUAL_TICK = 5  # seconds


def tell(path: Path) -> Iterator[str]:
    """The lines of a whole run: header, decisions and what came of them, the front page.

    A run from other rules or content is told from its checkpoints alone.

    Raises:
        RunError: the file cannot be read or does not parse.
    """
    return (line for _, line in told(path))


def told(path: Path) -> Iterator[tuple[int, str]]:
    """The same lines, each with the show second at which it is told.

    Raises:
        RunError: the file cannot be read or does not parse.
    """
    run = read_run(path)
    yield 0, header_line(run.header)
    if run.header.scenario in library().campaigns:
        yield from ((0, line) for line in tell_campaign(run))
        return
    try:
        playback = Playback(run)
    except RunError as error:
        yield 0, str(error)
        yield from _checkpoints(run)
        return
    for line in _told(playback):
        yield playback.view.clock, line


def header_line(header: Header) -> str:
    """Who played what, when, with which seed."""
    return t(
        "plain.replay.header",
        player=header.player or t("common.nameless"),
        who=country(header.role),
        scenario=header.scenario,
        seed=header.seed,
        mode=header.mode,
        created=header.created[:16].replace("T", " "),
    )


def _told(playback: Playback) -> Iterator[str]:
    heard = Happenings(playback.view, playback.scenario)
    try:
        while True:
            for action, _ in playback.due():
                yield f"{_time(playback)} {deed(action, playback.view)}"
            if playback.through:
                break
            events = playback.advance()
            heard.add(events)
            yield from _midway(playback, events)
            if any(isinstance(event, BeatEnded) for event in events):
                yield from (f"    {line}" for line in heard.told(playback.view))
                heard = Happenings(playback.view, playback.scenario)
    except RunError as error:
        yield str(error)
        return
    yield ""
    if playback.finished:
        yield from front_page(playback)
    verdict = verify_run(playback.run, playback.run.name)
    yield t("plain.replay.holds") if verdict.ok else verdict.why


def _time(playback: Playback) -> str:
    return time_of(playback.scenario, playback.view.tick, playback.world.tick_seconds)


def _midway(playback: Playback, events: tuple[Event, ...]) -> Iterator[str]:
    for event in events:
        if isinstance(event, SoldOut) and not playback.view.idle:
            yield f"{_time(playback)} {sold_out(playback.view, event)}"


def deed(action: Action, view: RoomView) -> str:
    """A decision as a sentence."""
    words: dict[str, str] = {}
    match action:
        case Plan():
            key, words = "plan", {"advert": money(action.advert)}
        case Beat(pitch=pitch, product=product):
            key = "beat_on" if product else "beat"
            words = {"pitch": pitch_name(pitch), "name": good_name(view, product)}
        case SetPrice(product=product, fen=fen):
            key, words = "price", {"name": good_name(view, product), "price": price(fen)}
        case Release(product=product, packs=packs):
            key, words = "release", {"name": good_name(view, product), "packs": count(packs)}
        case Link(product=product, open=wanted):
            key, words = "open" if wanted else "shut", {"name": good_name(view, product)}
        case Reply():
            key = "reply"
        case Cut():
            key = "cut"
    return t(f"plain.deed.{key}", **words)


def _checkpoints(run: RunFile) -> Iterator[tuple[int, str]]:
    scene = library().scenarios.get(run.header.scenario)
    seconds = scene.tick_seconds if scene else USUAL_TICK
    for entry in run.entries:
        if isinstance(entry, Check):
            line = t(
                "plain.replay.check",
                tick=entry.tick,
                sales=money(entry.sales),
                watching=count(entry.watching),
                rank=entry.rank,
            )
            yield entry.tick * seconds, line
    if run.footer:
        end = t("plain.replay.end", points=count(run.footer.points))
        yield run.footer.end * seconds, end
