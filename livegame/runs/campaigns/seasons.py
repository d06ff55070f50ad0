"""Campaigns by name, compiled once; what a header says of one, checked."""

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.days.compile import shipped_season
from livegame.engine.days.season import Season
from livegame.engine.rules import RULES
from livegame.runs.clean import clean
from livegame.runs.lines import Header
from livegame.runs.packs import changed_since, need_pack
from livegame.runs.problems import RunError
from livegame.runs.rungs import mode_of, rung_of
from livegame.runs.store import CAMPAIGN
from livegame.runs.worlds import meant, no_scenario, room_of, world_of

RUNG = CAMPAIGN  # option of a header; only campaigns have it
FREE_MODES = ("free", "seeded", "practice", "bot", "history")


def is_campaign(scenario: str) -> bool:
    """Whether a scenario's id is that of a campaign."""
    return scenario in library().campaigns


def season_of(campaign: str, role: str, rung: int = 1) -> Season:
    """The compiled campaign.

    Raises:
        RunError: no such campaign, role or rung; the nearest names are given.
        ContentError: the shipped content is damaged.
    """
    known = library().campaigns
    if campaign not in known:
        raise no_scenario(campaign)
    one = known[campaign]
    if role not in one.roles:
        like = meant(role, one.roles)
        raise RunError(t("runs.no_role", name=clean(role, 60), like=like))
    if not 1 <= rung <= len(one.rung):
        raise RunError(t("days.no_rung", rung=rung, most=len(one.rung)))
    if library().pack_of(campaign):
        from livegame.runs.campaigns.packs import pack_season

        return pack_season(campaign, role, rung)
    return shipped_season(campaign, role, rung)


def role_of(scenario: str, role: str | None) -> None:
    """Check the name of a night or a campaign, and of a role in it if one is given.

    Raises:
        RunError: there is none of that name; the nearest names are given.
    """
    if not is_campaign(scenario):
        world = world_of(scenario)
        if role:
            room_of(world, role)
    elif role:
        season_of(scenario, role)


def content_of(head: Header) -> str:
    """The hash of this copy's content for the night or the campaign of a run file.

    Raises:
        RunError: there is none of that name here, or no such role or rung.
    """
    if not is_campaign(head.scenario):
        return world_of(head.scenario, rung_of(head)).content_hash
    rung = head.options.get(RUNG, 1)
    return season_of(head.scenario, head.role, rung if isinstance(rung, int) else 0).content_hash


def season_of_header(head: Header, name: str) -> Season:
    """The season that a run file was played in.

    Args:
        head: its header. name: how to call the file.

    Raises:
        RunError: other rules or content than this copy's, or an unknown campaign, role or rung.
    """
    if head.rules != RULES:
        raise RunError(t("runs.other_rules", file=name, found=head.rules, known=RULES))
    need_pack(head.scenario, head.options, name)
    rung = head.options.get(RUNG, 1)
    season = season_of(head.scenario, head.role, rung if isinstance(rung, int) else 0)
    if head.content != season.content_hash:
        told = t("runs.other_content", file=name, scenario=head.scenario)
        changed = changed_since(head.scenario, head.options)
        raise RunError(f"{told} ({changed})" if changed else told)
    return season


def why_not_mode(head: Header) -> str:
    """ "" if a run may stand under its mode, else what is wrong, in words."""
    rung = head.options.get(RUNG, 1)
    fits = head.mode in FREE_MODES if rung == 1 else head.mode == mode_of(int(rung), head.mode)
    return "" if fits else t("days.claim_mode", mode=head.mode, rung=rung)
