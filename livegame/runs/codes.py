"""A night as a short code to pass on: scenario, role, seed and rules, with a checksum.

A code is base32 in Crockford's letters (no I, L, O, U), in groups of four: the rules version (one
byte), two bytes of the scenario id's SHA-256, two of the role id's (above the first rung, of the
id with " rung 2" or whichever it is), the seed in as few bytes as it
needs, and two bytes of the SHA-256 of all that. Case, blanks and hyphens do not matter, and O is
read as 0, I and L as 1.
"""

import base64
import binascii
import hashlib
from collections.abc import Iterable

from attrs import frozen

from livegame.catalog.library import library
from livegame.catalog.nights import Scenario
from livegame.catalog.rungs import rungs_of
from livegame.catalog.texts import t
from livegame.engine.rules import RULES
from livegame.runs.beginning import MOST_SEED
from livegame.runs.clean import clean
from livegame.runs.problems import RunError

_RFC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_OUT = str.maketrans(_RFC, _CROCKFORD)
_IN = str.maketrans(_CROCKFORD, _RFC)
_READ = str.maketrans("OIL", "011", "- \t")
LONGEST = 64  # characters that are looked at
HEAD, SUM = 5, 2  # bytes


@frozen
class Coded:
    """What a code stands for."""

    scenario: str
    role: str
    seed: int
    rung: int = 1


def _short(name: str) -> bytes:
    return hashlib.sha256(name.encode()).digest()[:2]


def code_of(scenario: str, role: str, seed: int, rules: int = RULES, rung: int = 1) -> str:
    """The code of a night.

    Raises:
        ValueError: the seed or the rules version is out of bounds.
    """
    if not (0 <= seed <= MOST_SEED and 0 <= rules <= 255):
        raise ValueError("a code takes seeds of 63 bits and rules up to 255")
    body = bytes([rules]) + _short(scenario) + _short(_seat(role, rung))
    body += seed.to_bytes((seed.bit_length() + 7) // 8, "big")
    whole = body + hashlib.sha256(body).digest()[:SUM]
    text = _written(whole)
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def read_code(code: str) -> Coded:
    """The night that a code stands for.

    Raises:
        RunError: mistyped, of other rules, or of a scenario or role that this copy lacks.
    """
    said = clean(code, LONGEST)
    text = said.upper().translate(_READ)
    try:
        whole = base64.b32decode(text.translate(_IN) + "=" * (-len(text) % 8))
    except (binascii.Error, ValueError):
        raise RunError(t("runs.code.mistyped", code=said)) from None
    body, check = whole[:-SUM], whole[-SUM:]
    seed = int.from_bytes(body[HEAD:], "big")
    if not _proper(whole, text, seed) or hashlib.sha256(body).digest()[:SUM] != check:
        raise RunError(t("runs.code.mistyped", code=said))
    if body[0] != RULES:
        raise RunError(t("runs.code.other_rules", found=body[0], known=RULES))
    scenarios = library().scenarios
    shipped = [name for name in scenarios if not library().pack_of(name)]
    scenario = _only(body[1:3], shipped) or _only(body[1:3], scenarios)
    seats = _seats(scenarios[scenario]) if scenario else {}
    seat = _only(body[3:5], seats)
    if not seat:
        raise RunError(t("runs.code.unknown"))
    role, rung = seats[seat]
    return Coded(scenario, role, seed, rung)


def _seat(role: str, rung: int) -> str:
    return role if rung == 1 else f"{role} rung {rung}"


def _seats(scene: Scenario) -> dict[str, tuple[str, int]]:
    """Every role of a night on every rung, by what its code is made of."""
    rungs = range(1, rungs_of(scene) + 1)
    return {_seat(role, rung): (role, rung) for role in scene.roles for rung in rungs}


def _proper(whole: bytes, text: str, seed: int) -> bool:
    """Whether the bytes could be a code's, and no other letters could stand for them."""
    return len(whole) >= HEAD + SUM and seed <= MOST_SEED and _written(whole) == text


def _written(whole: bytes) -> str:
    return base64.b32encode(whole).decode().rstrip("=").translate(_OUT)


def _only(short: bytes, names: Iterable[str]) -> str:
    """The one name of that digest; "" if there is none or several (a test forbids several)."""
    found = [name for name in names if _short(name) == short]
    return found[0] if len(found) == 1 else ""
