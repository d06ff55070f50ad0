"""Taking a run over: its decisions so far, copied into a run of one's own, and played on."""

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from livegame.catalog.texts import t
from livegame.runs.clean import clean
from livegame.runs.clock import now
from livegame.runs.hints import has_hints, with_hints
from livegame.runs.lines import PLAYER_LENGTH, Check, Header
from livegame.runs.origin import TAKEN_OVER, Origin
from livegame.runs.packs import pack_options
from livegame.runs.playback import Playback
from livegame.runs.problems import RunError
from livegame.runs.session import Session
from livegame.runs.store import NIGHT_RUNG
from livegame.runs.track import chained, first_link
from livegame.runs.writer import RunWriter


def take_over(
    playback: Playback, *, player: str, folder: Path, options: Mapping[str, int | str]
) -> Session:
    """A session that stands where the playback does; its file holds all decisions so far.

    The file appears as a whole or not at all. Nothing is replayed: the states are the same, only
    the chain over them begins with the new header.

    Raises:
        RunError: that run is over, or the new file cannot be written.
    """
    if playback.finished:
        raise RunError(t("runs.take_over_late", file=playback.run.name))
    header = _header(playback, player, options)
    chain, gone = first_link(header.encode()), 0
    lines: list[bytes] = []

    def up_to(tick: int) -> str:
        nonlocal chain, gone
        for digest in playback.digests[gone:tick]:
            chain = chained(chain, digest)
        gone = tick
        return chain

    for entry in playback.taken:
        copy = evolve(entry, check=up_to(entry.tick)) if isinstance(entry, Check) else entry
        lines.append(copy.encode())
    track = evolve(playback.track, chain=up_to(playback.track.tick))
    if track.tick > track.checked:
        lines.append(track.checkpoint().encode())
        track = track.marked()
    writer = RunWriter.create(folder, header, lines=b"".join(lines))
    session = Session(track, header, writer)
    session.remember(playback)
    return session


def _header(playback: Playback, player: str, options: Mapping[str, int | str]) -> Header:
    old = playback.run.header
    origin = Origin(playback.run.content_key, playback.track.tick, old.mode, old.player)
    kept = {NIGHT_RUNG: old.options[NIGHT_RUNG]} if NIGHT_RUNG in old.options else {}
    hints = with_hints(kept) if has_hints(old) else kept
    return Header(
        rules=old.rules,
        scenario=old.scenario,
        content=old.content,
        role=old.role,
        seed=old.seed,
        mode=TAKEN_OVER,
        options={**hints, **options, **origin.options(), **pack_options(old.scenario)},
        player=clean(player, PLAYER_LENGTH),
        created=now(),
    )
