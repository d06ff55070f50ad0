"""The night as a Gymnasium environment: importing this registers `livegame/Night-v0`.

It needs the extra: pip install 'livegame[gym]'.
"""

NIGHT = "livegame/Night-v0"


def register_night() -> None:
    """Make the id known to Gymnasium, once.

    Raises:
        ImportError: the extra is not installed.
    """
    try:
        from gymnasium.envs.registration import register, registry
    except ImportError:
        raise ImportError("the environment needs the extra: pip install 'livegame[gym]'") from None
    if NIGHT not in registry:
        register(id=NIGHT, entry_point="livegame.bots.gym.env:NightEnv")


register_night()
