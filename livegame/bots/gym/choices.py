"""The numbered actions of the environment, and what each means in a room."""

from livegame.bots.seat import Seat, every_beat
from livegame.engine.actions import Action, Beat, Link, Release, Reply, SetPrice
from livegame.engine.world import World

PRICE_STEP = 10  # per cent of the usual price
ROW = 20  # instant actions in a row; then only time passes
WAIT = "wait"
_ON_GOODS = ("open", "shut", "release", "dearer", "cheaper")
_ON_ROOM = ("reply", WAIT)


class Choices:
    """The actions of a room by number: beats first, then what is done at once, then waiting.

    Attributes:
        names: what each number means, such as "taste th-durian" or "dearer th-rice".
    """

    def __init__(self, world: World, room: int) -> None:
        self._beats = every_beat(world, room)
        self._usual = {g.id: int(world.usual[room, i]) for i, g in enumerate(world.goods[room])}
        self._instant = [(verb, good) for verb in _ON_GOODS for good in self._usual]
        self._instant += [(verb, "") for verb in _ON_ROOM]
        self.names = tuple(
            [f"{beat.pitch} {beat.product}".strip() for beat in self._beats]
            + [f"{verb} {good}".strip() for verb, good in self._instant]
        )

    def __len__(self) -> int:
        """How many actions there are."""
        return len(self.names)

    def action(self, seat: Seat, number: int) -> Action | None:
        """The action of a number now; None for waiting a tick.

        Raises:
            IndexError: there is no such number.
        """
        if number < len(self._beats):
            return self._beats[number]
        verb, good = self._instant[number - len(self._beats)]
        return None if verb == WAIT else self._at_once(seat, verb, good)

    def _at_once(self, seat: Seat, verb: str, good: str) -> Action:
        seen = seat.view.product_view(good)
        step = self._usual.get(good, 0) * PRICE_STEP // 100
        match verb:
            case "reply":
                return Reply()
            case "release":
                return Release(good, seen.held if seen else 0)
            case "dearer" | "cheaper":
                price = seen.price if seen else 0
                return SetPrice(good, price + (step if verb == "dearer" else -step))
        return Link(good, verb == "open")

    def legal(self, seat: Seat, instants: int) -> list[bool]:
        """Which numbers are allowed now, after so many instant actions in a row."""
        allowed = []
        for number in range(len(self)):
            action = self.action(seat, number)
            at_once = action is not None and not isinstance(action, Beat)
            fine = action is None or not seat.why_not(action)
            allowed.append(fine and not (at_once and instants >= ROW))
        return allowed
