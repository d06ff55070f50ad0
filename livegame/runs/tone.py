"""How a paper takes a score, for a night's page and a campaign's; 1,000 points are par."""

TONES = ((1500, "record"), (1050, "better"), (950, "par"), (600, "short"), (0, "poor"))


def tone(points: int) -> str:
    """The last part of a headline's text key."""
    return next(name for least, name in TONES if points >= least)
