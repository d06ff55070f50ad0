"""Every flag is worth choosing: the chance of three stars with expert play, room by room."""

from livegame.bots.entries import Entry
from livegame.bots.games import play_all
from livegame.bots.gates.gate import Measured
from livegame.bots.gates.setting import Setting

NIGHTS = 200  # of each room, at most
STARS = 3


def measure(setting: Setting) -> list[Measured]:
    """How far each room's share of three stars is off the mean of all."""
    seeds, roles = setting.seeds[:NIGHTS], setting.world.roles
    contests = [(setting.scenario, role, Entry("expert"), seeds) for role in roles]
    played = play_all(contests, executor=setting.executor, progress=setting.progress)
    needed = [limits[STARS - 1] for limits in setting.world.stars]
    shares = [
        float((one.points >= least).mean()) for one, least in zip(played, needed, strict=True)
    ]
    mean = sum(shares) / len(shares)
    return [
        Measured("role-stars", role, share - mean, len(seeds), f"{share:.2f} of the nights")
        for role, share in zip(roles, shares, strict=True)
    ]
