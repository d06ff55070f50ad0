"""What was solved and measured for a night or a campaign, as the files that keep it state it."""

from attrs import frozen


@frozen
class Fit:
    """What the calibration solved: by whom and how it was reached stands in `how`."""

    scenario: str
    rules: int
    seeds: str
    how: str
    arrivals: float
    appeal: dict[str, float]
    par: dict[str, int]


@frozen
class ThirdStar:
    """What three stars take in each room of a night: points by role, and how they were found."""

    scenario: str
    rules: int
    seeds: str
    how: str
    points: dict[str, int]
