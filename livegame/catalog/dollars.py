"""RMB in US dollars, at the rate of the one article that gives a total in both."""

from collections.abc import Mapping

from livegame.catalog.models import Fact

RMB, USD = "vns_gmv_rmb", "vns_gmv_usd"  # the same total, by its facts' ids


def whole_dollars(facts: Mapping[str, Fact], fen: int) -> int | None:
    """A sum in whole dollars, towards nought; None where the article's totals are not there."""
    rmb, usd = (facts[name].value if name in facts else 0 for name in (RMB, USD))
    if not (isinstance(rmb, int) and isinstance(usd, int) and rmb > 0 and usd > 0):
        return None
    found = abs(fen) * usd // (rmb * 100)
    return -found if fen < 0 else found
