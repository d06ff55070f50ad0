"""Makes the golden runs anew: python tests/golden/remake.py [--force]

Refuses to replace goldens of today's rules and content: they are what a change is held against.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "engine"), str(HERE.parent.parent)]

from goldens import FOLDER, goldens, stale  # noqa: E402
from legal_play import Player, allowed  # noqa: E402

from livegame.bots.campaigns.play import play_session  # noqa: E402
from livegame.bots.campaigns.players import DAY_BOTS  # noqa: E402
from livegame.bots.players import BOTS  # noqa: E402
from livegame.runs.campaigns.seasons import is_campaign  # noqa: E402
from livegame.runs.campaigns.session import CampaignSession  # noqa: E402
from livegame.runs.runfile import read_run  # noqa: E402
from livegame.runs.session import Session  # noqa: E402

# Who plays; "anything" takes every kind of action, legal ones at random.
NIGHTLY = ("history", "anything", "greedy", "random")
DAILY = ("history", "anything", "greedy")
# Roles of each scenario, in turn with those who play; the seeds count on from FIRST_SEED.
ROLES = {
    "618-2020-diplomats": ("thailand", "rwanda", "south-korea", "peru", "denmark", "russia"),
    "1111-2009": ("m09-tea", "m09-shirts"),
    "1111-2019-aliexpress": ("ae-ru-toys", "ae-es-shoes"),
    "1111-2020-peak": ("nov-orchard", "nov-channel"),
    "1111-2020-lazada": ("lz-coffee", "lz-batik"),
    "jd-2020-florists-books": ("spring-florist", "spring-bookseller"),
    "jd-kuaishou-2020": ("jd-executive", "jd-celebrity"),
    "pdd-2020-red-shrimp": ("argentina-consul", "zhoushan-boats"),
    "taobao-2020-rockets": ("rocket-host", "wedding-planner"),
    "tiktok-2020-what-if": ("first-us-host", "porch-gardener"),
    "618-2020-fruit-express": ("thai-trade-team",),
    "farmers-2020-three-days": ("hainan-mango-farm", "shaanxi-cave-farm"),
    "farmers-2020-spring": ("zhejiang-tea-hill", "hubei-gorge-village"),
    "1111-2020": ("nov-brand", "nov-channel", "nov-orchard"),
}
FIRST_SEED = 1
LAST_SEED = 2**63 - 1


def runs() -> list[tuple[str, str, str, int]]:
    """Scenario, role, who plays and seed of every golden; the last seed is the largest there is."""
    found: list[tuple[str, str, str, int]] = []
    for scenario, roles in ROLES.items():
        who = DAILY if is_campaign(scenario) else NIGHTLY
        for n in range(max(len(who), len(roles))):
            seed = FIRST_SEED + len(found)
            found.append((scenario, roles[n % len(roles)], who[n % len(who)], seed))
    scenario, role, bot, _ = found[0]
    return [*found, (scenario, role, bot, LAST_SEED)]


def by_bot(bot: str, seed: int) -> Callable[[Session], None]:
    """Plays as a bot does: when its host is idle."""
    player = BOTS[bot](seed)

    def play(session: Session) -> None:
        if session.view.idle:
            for action in player.choose(session.world, session.state, session.room):
                session.decide(action)

    return play


def by_anything(seed: int) -> Callable[[Session], None]:
    """Plays at random, with every verb and at any tick."""
    player = Player(seed, haste=0.15)

    def play(session: Session) -> None:
        for action in player.actions(session.world, session.state, session.room):
            if allowed(session.world, session.state, session.room, action):
                session.decide(action)

    return play


def make(scenario: str, role: str, who: str, seed: int) -> Path:
    """Plays one run and keeps its file under a name that says what it is."""
    if is_campaign(scenario):
        return make_days(scenario, role, who, seed)
    session = Session.start(scenario, role, seed=seed, mode="bot", player=who, folder=FOLDER)
    play = by_anything(seed) if who == "anything" else by_bot(who, seed)
    while not session.finished:
        play(session)
        session.advance()
    session.close()
    assert session.path
    return session.path.rename(FOLDER / f"{role}-{who}-{seed}.live")


def make_days(scenario: str, role: str, who: str, seed: int) -> Path:
    """Plays a campaign on its first rung, on its last where anything goes, and keeps its file."""
    rung = 4 if who == "anything" else 1
    words = {"rung": rung, "seed": seed, "mode": "bot", "player": who, "folder": FOLDER}
    session = CampaignSession.start(scenario, role, **words)
    if who == "anything":
        days_by_anything(session, seed)
    else:
        play_session(session, who)
    session.close()
    assert session.path
    return session.path.rename(FOLDER / f"{role}-{who}-{seed}.live")


def days_by_anything(session: CampaignSession, seed: int) -> None:
    """Plays a campaign to its end: random plans, and every verb at any tick of the shows."""
    planner, host = DAY_BOTS["random"](seed), Player(seed, haste=0.15)
    while not session.finished:
        moment = session.moment
        if session.morning:
            session.decide(planner.plan(session.season, moment))
        elif moment.on_air:
            for action in host.actions(*moment.stage, 0):
                if not session.why_not(action):
                    session.decide(action)
        session.advance()


def refused(there: list[Path], force: bool) -> bool:
    """Whether the goldens that are there still hold today's rules and content, and must stay."""
    return bool(there) and not force and not any(stale(read_run(path)) for path in there)


def main() -> int:
    """Exit code 1 if the goldens must stay."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--force", action="store_true", help="replace goldens of the same rules")
    there = goldens()
    if refused(there, words.parse_args().force):
        print("these goldens are of today's rules and content; --force replaces them all the same")
        return 1
    for path in there:
        path.unlink()
    for run in runs():
        print(make(*run).name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
