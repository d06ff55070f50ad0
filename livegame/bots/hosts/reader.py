"""The host who reads the chat, and nothing but the chat."""

from collections import Counter

from livegame.bots.host import Host
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Beat, Link, Release
from livegame.engine.events import Chat, SoldOut

ASK = 0.22  # share of the comments from which a topic asks for something to be done
BORED = 0.20
WANT = 0.26
BUILD = ("demonstrate", "taste", "story")


class Reader(Host):
    """Does what the room says: answers questions, launches what is wanted, leaves what bores.

    It looks at no figure of its room: only at the topics of the comments since its last decision,
    at sell-outs that are called out, and at what it may do.
    """

    listens = True

    def __init__(self) -> None:
        self._good, self._step, self._launched = 0, 0, False

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """One beat as the chat asks for it; links of sold-out goods get what is held back."""
        goods = [g.id for g in seat.world.goods[seat.room]]
        said = topics(seat, goods[self._good])
        before: list[Action] = []
        for event in seat.heard:
            if isinstance(event, SoldOut):
                held = seat.view.product_view(event.product)
                if held and held.held:
                    before.append(Release(event.product, held.held))
        before = [action for action in dict.fromkeys(before) if not seat.why_not(action)]
        seat = seat.after(*before)
        for wish in self._wishes(said, goods):
            if wish in seat.beats:
                self._note(wish, goods)
                return (*self._open(seat, before, wish), wish)
        return (*before, seat.beats[-1]) if seat.beats else tuple(before)

    def _open(self, seat: Seat, before: list[Action], wish: Beat) -> list[Action]:
        """Opens the link of a good that is answered or compared: people are about to decide."""
        link = Link(wish.product, True)
        opens = wish.pitch in ("answer", "compare") and not seat.why_not(link)
        return [*before, link] if opens else before

    def _wishes(self, said: dict[str, float], goods: list[str]) -> list[Beat]:
        """Beats in the order in which the chat asks for them; the last is always something."""
        good, after = goods[self._good], goods[(self._good + 1) % len(goods)]
        asked = [topic.removeprefix("call-") for topic in said if topic.startswith("call-")]
        wishes = [Beat(pitch, target) for pitch in asked for target in (good, "")]
        if said.get("hoarse", 0.0) > 0.08:
            wishes.append(Beat("breathe"))
        if said.get("gone", 0.0) + said.get("again", 0.0) > ASK or self._launched:
            return [*wishes, *(Beat(pitch, after) for pitch in BUILD), Beat("breathe")]
        if said.get("shut", 0.0) + said.get("cheap", 0.0) > ASK or said.get("want", 0.0) > WANT:
            wishes.append(Beat("countdown", good))
        if said.get("how", 0.0) + said.get("ship", 0.0) > ASK:
            wishes.append(Beat("answer", good))
        if said.get("dear", 0.0) > ASK:
            wishes.append(Beat("compare", good))
        if said.get("fishy", 0.0) > ASK:
            wishes.append(Beat("story", good))
        if said.get("bored", 0.0) > BORED:
            wishes += [Beat("countdown", good), Beat(BUILD[0], after)]
        turn = self._step % len(BUILD)
        wishes += [Beat(pitch, good) for pitch in (*BUILD[turn:], *BUILD[:turn])]
        return [*wishes, *(Beat(BUILD[0], other) for other in goods), Beat("breathe")]

    def _note(self, beat: Beat, goods: list[str]) -> None:
        self._launched = beat.pitch == "countdown"
        self._step += beat.pitch in BUILD
        if beat.product and beat.product != goods[self._good]:
            self._good, self._step = goods.index(beat.product), 1


def topics(seat: Seat, product: str) -> dict[str, float]:
    """Share of each topic in the comments heard about a good, or about the room."""
    counts = Counter[str]()
    for event in seat.heard:
        if isinstance(event, Chat) and event.product in ("", product):
            counts[event.topic] += event.count
    total = max(sum(counts.values()), 1)
    return {topic: count / total for topic, count in counts.items()}
