"""How a run begins: its header, and the moment before its first tick."""

import secrets
from collections.abc import Mapping

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.rules import RULES
from livegame.runs.clean import clean
from livegame.runs.clock import now
from livegame.runs.lines import PLAYER_LENGTH, Header
from livegame.runs.packs import changed_since, need_pack, pack_options
from livegame.runs.problems import RunError
from livegame.runs.runfile import RunFile
from livegame.runs.rungs import mode_of, rung_of
from livegame.runs.store import CAMPAIGN, NIGHT_RUNG
from livegame.runs.track import Track
from livegame.runs.worlds import room_of, world_of

MOST_SEED = 2**63 - 1


def seed_of(wish: int | None) -> int:
    """The seed that is asked for; one drawn by lot for None.

    Raises:
        RunError: it is out of range.
    """
    seed = secrets.randbelow(MOST_SEED + 1) if wish is None else wish
    if not 0 <= seed <= MOST_SEED:
        raise RunError(t("runs.bad_seed", seed=seed))
    return seed


def new_header(
    scenario: str,
    role: str,
    *,
    seed: int | None,
    mode: str,
    player: str,
    options: Mapping[str, int | str] | None,
    rung: int,
) -> Header:
    """The header of a run that begins now; its arguments are those of `Session.start`.

    Raises:
        RunError: unknown scenario, role or rung, or a bad seed.
    """
    world = world_of(scenario, rung)
    room_of(world, role)
    return Header(
        rules=RULES,
        scenario=scenario,
        content=world.content_hash,
        role=role,
        seed=seed_of(seed),
        mode=mode_of(rung, mode),
        options={
            **(options or {}),
            **({NIGHT_RUNG: rung} if rung > 1 else {}),
            **pack_options(scenario),
        },
        player=clean(player, PLAYER_LENGTH),
        created=now(),
    )


def first_moment(header: Header) -> Track:
    """The moment before the first tick of a run that this copy begins.

    Raises:
        RunError: unknown scenario or role.
    """
    world = world_of(header.scenario, rung_of(header))
    return Track.begin(world, room_of(world, header.role), header.seed, header.encode())


def begin_track(run: RunFile) -> Track:
    """The first moment of the run in a file.

    Raises:
        RunError: it was played by other rules or with other content than this copy has, or its
            scenario or role is unknown here.
    """
    head = run.header
    if head.rules != RULES:
        raise RunError(t("runs.other_rules", file=run.name, found=head.rules, known=RULES))
    need_pack(head.scenario, head.options, run.name)
    if CAMPAIGN in head.options and head.scenario in library().campaigns:
        raise RunError(t(f"days.no_replay{'' if run.footer else '_open'}", file=run.name))
    world = world_of(head.scenario, rung_of(head))
    if head.content != world.content_hash:
        why = t("runs.other_content", file=run.name, scenario=head.scenario)
        changed = changed_since(head.scenario, head.options)
        raise RunError(f"{why}; {changed}" if changed else why)
    return Track.begin(world, room_of(world, head.role), head.seed, run.start)
