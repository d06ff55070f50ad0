"""What runs and boards need to know of packs: whose an evening is, and its par if nobody gave one.

The header of a run of a pack names the pack and the digest of its files, beside the digest of what
the rules read of the evening (`content`), which alone decides whether a run can be replayed: to
mend a pack's wording spoils nobody's score.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from attrs import evolve

from livegame.catalog.library import Library, library
from livegame.catalog.problems import ContentError
from livegame.catalog.solved import Fit
from livegame.catalog.texts import t
from livegame.engine.compile import build_world
from livegame.engine.reducer import begin, tick
from livegame.engine.rules import RULES
from livegame.engine.settlement import accounts
from livegame.engine.world import World
from livegame.runs.clean import clean
from livegame.runs.lines import Header
from livegame.runs.problems import PackMissingError, RunError
from livegame.runs.store import NIGHT_RUNG, peek
from livegame.runs.worlds import world_of

PACK, FILES = "pack", "pack-files"  # options of a header
SEEDS = range(1000, 1005)  # of the nights that an unmeasured evening's par is the median of


def pack_options(scenario: str) -> dict[str, int | str]:
    """The options of a header that say which pack an evening is from; none if it is shipped."""
    pack = library().pack_of(scenario)
    return {PACK: pack.id, FILES: pack.content} if pack else {}


def why_not_pack(scenario: str, options: Mapping[str, int | str]) -> str:
    """Why a run cannot be replayed for the pack that its header names, in words; "" if it can."""
    said = options.get(PACK, "")
    pack = library().pack_of(scenario)
    if said == (pack.id if pack else ""):
        return ""
    name, scene = clean(str(said), 40), clean(scenario, 60)
    if not said:
        return t("packs.not_named", pack=pack.id if pack else "", scenario=scene)
    if not pack_missing(scenario, options):
        return t("packs.of_another", pack=name, scenario=scene)
    refused = library().refused.get(str(said))
    told = t("packs.missing", pack=name)
    return f"{told}; {t('packs.not_loaded', why=refused)}" if refused else told


def pack_missing(scenario: str, options: Mapping[str, int | str]) -> bool:
    """Whether a run's evening is that of a pack that is not here, so that nothing can be said."""
    said = options.get(PACK, "")
    return bool(said) and said not in library().packs and library().scene(scenario) is None


def need_pack(scenario: str, options: Mapping[str, int | str], name: str) -> None:
    """The pack that a run's header names must be the one its evening is from; `name` is how to
    call the file.

    Raises:
        PackMissingError: it is not here.
        RunError: the header claims what is not so.
    """
    if why := why_not_pack(scenario, options):
        missing = pack_missing(scenario, options)
        raise (PackMissingError if missing else RunError)(f"{name}: {why}")


def changed_since(scenario: str, options: Mapping[str, int | str]) -> str:
    """That a pack's files are not those of the run, in words; "" if they are, or it has none."""
    pack = library().pack_of(scenario)
    if pack is None or options.get(FILES) == pack.content:
        return ""
    said = clean(str(options.get(FILES, "")), 16)
    return t("packs.changed", pack=pack.id, then=said, now=pack.content)


def stale(path: Path, scenario: str, verified: bool) -> bool:
    """Whether a board's verdict on a run was found with other packs than there are now: its
    evening has gone or changed since it was proven, or is here again since it was not."""
    lib = library()
    if lib.scene(scenario) is None:
        return verified
    if not lib.pack_of(scenario):
        return False
    try:
        header, _ = peek(path)
        content = _content_of(scenario, header)
    except (RunError, ContentError):
        return False
    return verified != (header.content == content)


def _content_of(scenario: str, header: Header) -> str:
    if scenario in library().campaigns:
        from livegame.runs.campaigns.seasons import content_of

        return content_of(header)
    rung = header.options.get(NIGHT_RUNG, 1)
    return world_of(scenario, rung if isinstance(rung, int) else 1).content_hash


def pack_world(lib: Library, scenario: str, rung: int = 1) -> World:
    """The compiled evening of a pack; where its pack has no fit, its par is measured first, as
    the shipped ones' on the first rung.

    Raises:
        ContentError: its content does not fit together.
    """
    fit = lib.fits[scenario]
    return build_world(lib, scenario, fit if fit.par else measured(lib, scenario, fit), rung)


def measured(lib: Library, scenario: str, fit: Fit) -> Fit:
    """A fit whose par, by role, is the median of what the running orders settle for in five
    nights (fen): seconds of work, and the same on every machine."""
    world = build_world(lib, scenario, fit)
    state = begin(world, SEEDS)
    while state.tick < world.ticks:
        state, _ = tick(world, state)
    settled = np.sort(accounts(world, state).settled, axis=0)[len(SEEDS) // 2]
    par = {role: max(int(settled[at]), 1) for at, role in enumerate(world.roles)}
    return evolve(fit, rules=RULES, seeds=f"{SEEDS.start}:{SEEDS.stop}", par=par)
