"""Every number that the game assumes and no article gives, as rows with their reasons."""

from collections.abc import Iterator

from attrs import frozen

from livegame.catalog.library import Library
from livegame.catalog.models import Pitch, Product, Segment, Value
from livegame.catalog.running import Script
from livegame.catalog.texts import t
from livegame.runs.nightledger import night_rows

SEGMENT = (
    ("share", "per mille"),
    ("price_slope", "log-odds per log price"),
    ("stay", "s"),
    ("interest", "log-odds"),
)
PITCH = (
    ("seconds", "s"),
    ("voice", "per mille"),
    ("showing", "share"),
    ("tasting", "share"),
    ("giving", "share"),
    ("doubt", "per mille"),
    ("trust", "per mille"),
    ("mood", "per mille"),
    ("pull", "per mille"),
    ("launch", "s"),
    ("anchor", "per mille"),
    ("extra", "per mille"),
    ("reopen", "per mille"),
    ("cost", "fen"),
    ("wear", "per mille"),
)
PRODUCT = (
    ("units_per_pack", "units"),
    ("needs_showing", "0..3"),
    ("tastes", "0..3"),
    ("gift", "0..3"),
    ("unfamiliar", "0..3"),
    ("spoil_permille", "per mille"),
    ("stock", "packs"),
    ("stock_max", "packs"),
)


@frozen
class Assumed:
    """One assumed number.

    Attributes:
        kind: the part of the content it comes from (assumption, segment, pitch, product, host,
            script, night).
        what: what it stands for; reason: why this value; source: id of an outside source, or "".
    """

    id: str
    kind: str
    value: Value
    unit: str
    what: str
    reason: str
    source: str


def assumed(lib: Library) -> list[Assumed]:
    """All of them: the rows of the assumptions, and those that other content amounts to."""
    from livegame.runs.campaigns.ledger import campaign_rows

    return [
        *(
            Assumed(a.id, "assumption", a.value, a.unit, a.what, a.reason, a.source)
            for a in [*lib.assumptions.values(), *lib.day_assumptions.values()]
        ),
        *(row for segment in lib.segments.values() for row in _segment(segment)),
        *(row for pitch in lib.pitches.values() for row in _pitch(pitch)),
        *(row for product in lib.products.values() for row in _product(product)),
        *_hosts(lib),
        *(
            Assumed(id_, "night", value, unit, what, reason, source)
            for id_, value, unit, what, reason, source in night_rows(lib)
        ),
        *campaign_rows(lib),
        *(
            _script(name, script)
            for name, scripts in lib.scripts.items()
            for script in scripts.values()
        ),
    ]


def _what(kind: str, key: str, name: str) -> str:
    return t(f"runs.assumed.{kind}.{key}", name=name)


def _segment(row: Segment) -> Iterator[Assumed]:
    def one(key: str, value: Value, unit: str, what: str) -> Assumed:
        place = f"segment.{row.id}.{key}"
        return Assumed(place, "segment", value, unit, what, row.reason, row.source)

    for key, unit in SEGMENT:
        yield one(key, getattr(row, key), unit, _what("segment", key, row.name))
    for category, value in row.likes.items():
        what = t("runs.assumed.segment.likes", name=row.name, category=category)
        yield one(f"likes.{category}", value, "log-odds", what)


def _pitch(row: Pitch) -> Iterator[Assumed]:
    def one(key: str, value: Value, unit: str, what: str) -> Assumed:
        place = f"pitch.{row.id}.{key}"
        return Assumed(place, "pitch", value, unit, what, row.reason, row.source)

    for key, unit in PITCH:
        yield one(key, getattr(row, key), unit, _what("pitch", key, row.name))
    for segment, value in row.desire.items():
        what = t("runs.assumed.pitch.desire", name=row.name, segment=segment)
        yield one(f"desire.{segment}", value, "per mille", what)


def _product(row: Product) -> Iterator[Assumed]:
    def one(key: str, value: Value, unit: str, reason: str, source: str = "") -> Assumed:
        place = f"product.{row.id}.{key}"
        return Assumed(
            place, "product", value, unit, _what("product", key, row.name), reason, source
        )

    if row.price_kind != "recorded":
        yield one("usual_fen", row.usual_fen, "fen", row.price_reason, row.price_source)
    yield one("cost_permille", row.cost_permille, "per mille", row.cost_reason)
    for key, unit in PRODUCT:
        yield one(key, getattr(row, key), unit, t("runs.assumed.guess"))


def _hosts(lib: Library) -> Iterator[Assumed]:
    for host in lib.hosts.values():
        what = t("runs.assumed.host.draw", name=host.country)
        yield Assumed(
            f"host.{host.id}.draw", "host", host.draw, "factor", what, host.draw_reason, ""
        )


def _script(scenario: str, script: Script) -> Assumed:
    return Assumed(
        f"script.{scenario}.{script.role}",
        "script",
        " ".join(f"{cue.pitch}:{cue.product}" if cue.product else cue.pitch for cue in script.cues),
        "running order",
        t("runs.assumed.script", name=script.role),
        script.reason,
        "",
    )
