"""The four kinds of line in a run file, as types; reading and writing one of them."""

import re
from typing import Any, ClassVar

from attrs import asdict, field, frozen

from livegame.catalog.texts import t
from livegame.engine.actions import Action
from livegame.runs.clean import clean
from livegame.runs.codec import encode, take_action
from livegame.runs.fields import BIG, NAME, Fields, dump_object, load_object
from livegame.runs.problems import RunError

FORMAT = 1
BEGINS = re.compile(rb'\s*\{\s*"')  # an object with a key, as every line of a run
STEP_DIGITS = 4
MOST_TICKS = 100_000
MOST_OPTIONS = 16
MOST_SOLD = 64
PLAYER_LENGTH = 40
WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", re.ASCII)


@frozen
class Header:
    """Line 1: which night, by which rules, from which seed, by whom.

    Attributes:
        rules: version of the rules; content: hash of the scenario's content.
        mode: the board it belongs to (free, seeded, practice, bot, history ...).
        options: whatever else the run was started with, such as the run it was taken over from.
        player: a name, at most 40 characters; created: ISO time. Neither can be proven.
    """

    rules: int
    scenario: str
    content: str
    role: str
    seed: int
    mode: str
    options: dict[str, int | str] = field(factory=dict)
    player: str = ""
    created: str = ""

    def encode(self) -> bytes:
        """The line, with its end."""
        return dump_object({"live": FORMAT, **asdict(self)})


@frozen
class Decision:
    """A decision, taken at a tick (before that tick passed); of a campaign, at a step."""

    of_campaign: ClassVar[bool] = False

    tick: int
    action: Action

    def encode(self) -> bytes:
        """The line, with its end.

        Raises:
            RunError: a plan names a product twice.
        """
        return dump_object({"t": self.tick, **encode(self.action)})


@frozen
class Check:
    """A checkpoint: what the state was when `tick` ticks had passed.

    Attributes:
        check: the chained hash; each tick adds the hash of its state to it.
        steps: the first four digits of each tick's state hash since the last checkpoint, so that
            the first tick that differs can be named.
        marks: a short digest of each field of the state, so that the first field that differs can
            be named.
        sales, watching, rank, orders, visitors, trust, sold: the figures that a screen shows, so
            that the run can be watched under other rules too. Fen, people, packs, per mille.
    """

    tick: int
    check: str
    steps: str
    marks: str
    sales: int
    watching: int
    rank: int
    orders: int
    visitors: int
    trust: int
    sold: tuple[tuple[str, int], ...] = ()

    def encode(self) -> bytes:
        """The line, with its end."""
        row = {"t": self.tick, **asdict(self), "sold": dict(self.sold)}
        del row["tick"]
        return dump_object(row)


@frozen
class Footer:
    """The last line: the result, and the hash of the last state. Units as in `Result`."""

    end: int
    points: int
    settled: int
    rank: int
    stars: int
    service: int
    trust: int
    hash: str
    finished: str = ""

    def encode(self) -> bytes:
        """The line, with its end."""
        return dump_object(asdict(self))


Entry = Decision | Check


def _when(fields: Fields, key: str) -> str:
    value = fields.take(key)
    if type(value) is not str or not (WHEN.fullmatch(value) or value == ""):
        fields.wrong(key, t("runs.need_time"))
    return value


def _options(fields: Fields) -> dict[str, int | str]:
    raw = fields.take("options")
    if type(raw) is not dict or len(raw) > MOST_OPTIONS:
        fields.wrong("options", t("runs.need_options", most=MOST_OPTIONS))
    found: dict[str, int | str] = {}
    for key, value in raw.items():
        short = type(value) is str and len(value) <= 256
        small = type(value) is int and abs(value) <= BIG
        if not NAME.fullmatch(key) or not (short or small):
            fields.wrong("options", t("runs.need_options", most=MOST_OPTIONS))
        found[key] = clean(value, 64) if isinstance(value, str) else value
    return found


def header_in(line: bytes, where: str, name: str) -> Header:
    """The header in line 1 of a file; what begins as no run of this game does is said to be none,
    not to be damaged.

    Args:
        line: as bytes. where: how to call the line. name: how to call the file.

    Raises:
        RunError: no run file, of a newer format, or a key that is not as it should be.
    """
    if line and not BEGINS.match(line):
        raise RunError(t("runs.no_run_file", where=name))
    return read_header(load_object(line, where), where)


def read_header(row: dict[str, Any], where: str) -> Header:
    """The header in the object of line 1.

    Raises:
        RunError: no run file, of a newer format, or a key that is not as it should be.
    """
    fields = Fields(row, where)
    if "live" not in fields:
        raise RunError(t("runs.no_run_file", where=where))
    live = fields.whole("live", 1)
    if live != FORMAT:
        raise RunError(t("runs.newer_format", where=where, found=live, known=FORMAT))
    header = Header(
        rules=fields.whole("rules", 0, 10**9),
        scenario=fields.name("scenario"),
        content=fields.digits("content", most=128),
        role=fields.name("role"),
        seed=fields.whole("seed"),
        mode=fields.name("mode"),
        options=_options(fields),
        player=fields.text("player", PLAYER_LENGTH),
        created=_when(fields, "created"),
    )
    fields.done()
    return header


def _read_check(fields: Fields) -> Check:
    return Check(
        tick=fields.whole("t", 1, MOST_TICKS),
        check=fields.digits("check", 64),
        steps=fields.digits("steps", most=8192),
        marks=fields.digits("marks", most=2048),
        sales=fields.whole("sales"),
        watching=fields.whole("watching"),
        rank=fields.whole("rank", 1, 1000),
        orders=fields.whole("orders"),
        visitors=fields.whole("visitors"),
        trust=fields.whole("trust", 0, 1000),
        sold=fields.amounts("sold", MOST_SOLD),
    )


def _read_footer(fields: Fields) -> Footer:
    return Footer(
        end=fields.whole("end", 1, MOST_TICKS),
        points=fields.whole("points"),
        settled=fields.whole("settled", -BIG),
        rank=fields.whole("rank", 1, 1000),
        stars=fields.whole("stars", 0, 10),
        service=fields.whole("service", 0, 1000),
        trust=fields.whole("trust", 0, 1000),
        hash=fields.digits("hash", most=128),
        finished=_when(fields, "finished"),
    )


def _day(tick: int, fields: Fields) -> Decision | None:
    """A campaign's morning, if the line is one."""
    if not fields.says("do", "day"):
        return None
    from livegame.runs.campaigns.lines import day_decision

    return day_decision(tick, fields)


def read_entry(row: dict[str, Any], where: str) -> Entry | Footer:
    """The decision, checkpoint or footer in the object of a later line.

    Raises:
        RunError: none of them, or a key that is not as it should be.
    """
    fields = Fields(row, where)
    found: Entry | Footer
    if "do" in fields:
        tick = fields.whole("t", 0, MOST_TICKS)
        found = _day(tick, fields) or Decision(tick, take_action(fields))
    elif "check" in fields:
        found = _read_check(fields)
    elif "end" in fields:
        found = _read_footer(fields)
    else:
        raise RunError(t("runs.unknown_line", where=where))
    fields.done()
    return found
