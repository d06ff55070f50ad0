"""A fit as the TOML text that content keeps."""

from livegame.catalog.solved import Fit


def fit_text(fit: Fit, made: str, par: str) -> str:
    """The text, made once for all fits.

    Args:
        made: by what it was made; par: what the table of par holds. Both without a full stop.
    """
    lines = [
        f"# {made}; not written by hand.",
        f'scenario = "{fit.scenario}"',
        f"rules = {fit.rules}",
        f'seeds = "{fit.seeds}"',
        f'how = "{fit.how}"',
        f"arrivals = {fit.arrivals}",
        "",
        "[appeal]",
        *(f"{name} = {value}" for name, value in sorted(fit.appeal.items())),
        "",
        f"# {par}.",
        "[par]",
        *(f"{role} = {value}" for role, value in sorted(fit.par.items())),
        "",
    ]
    return "\n".join(lines)
