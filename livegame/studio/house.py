"""The studio's way to everything behind it; each piece is imported when it is first wanted."""

from livegame.studio.behind.advice import Advice
from livegame.studio.behind.challenge import Challenge
from livegame.studio.behind.reels import Reels
from livegame.studio.behind.starts import Starts


class House(Starts, Challenge, Reels, Advice):
    """Runs, boards, replays, advice and content of the installed game."""
