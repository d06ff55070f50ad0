"""Each verb is worth something: the expert without it."""

from livegame.bots.entries import Entry
from livegame.bots.gates.gate import Measured
from livegame.bots.gates.setting import Setting
from livegame.bots.seat import INSTANT_VERBS


def measure(setting: Setting) -> list[Measured]:
    """What the expert loses of its mean without each pitch and each instant action."""
    verbs = (*setting.world.pitches.ids[1:], *INSTANT_VERBS)
    played = setting.play([Entry("expert", without=(verb,)) for verb in verbs])
    nights = len(setting.seeds)
    return [
        Measured("verb-loss", verb, 1.0 - setting.share_of_expert(one), nights)
        for verb, one in zip(verbs, played, strict=True)
    ]
