"""What the expert reads off the screen, as numbers."""

import numpy as np
from attrs import frozen

from livegame.bots.expert.posts import Post, posts_of
from livegame.engine.calls import NONE
from livegame.engine.tables import ONE, Floats
from livegame.engine.view import RoomView
from livegame.engine.world import World


@frozen(eq=False)
class Sense:
    """One moment of the room, levels as doubles 0..1: goods [G], and the room.

    Attributes:
        late: share of the next pack's price that will be given back because no courier fetches it
            in time. posts: the couriers.
        reference: price that each good is held against, fen. news: log-odds that what lasts
            outside, and what the crowd asks for, add to each good.
        would: share of deciders who would buy now, as the screen says. tonight: log-odds by which
            this crowd differs from the usual one, where that has been worked out.
        arrived, leaving: viewers in the last minute. left: ticks to come. call: the pitch that
            the chat calls for, or NONE.
        queue: questions that wait; asked, answered: in a minute, by the chatbot alone.
    """

    price: Floats
    late: Floats
    posts: tuple[Post, ...]
    reference: Floats
    news: Floats
    tonight: Floats
    would: Floats
    desire: Floats
    doubt: Floats
    wear: Floats
    fresh: Floats
    passed: Floats
    stock: Floats
    shelf: Floats
    trust: float
    mood: float
    voice: float
    watching: float
    arrived: float
    leaving: float
    left: int
    call: int
    queue: float
    asked: float
    answered: float


def sense(world: World, room: int, seen: RoomView) -> Sense:
    """Read the screen."""
    rows = np.array(
        [(p.price, p.desire, p.doubt, p.wear, p.fresh, p.passed, p.shelf + p.held, p.shelf,
          p.reference, p.appeal)
         for p in seen.products], dtype=np.float64).T  # fmt: skip
    price, desire, doubt, wear, fresh, passed, stock, shelf, reference, would = rows
    fancy = np.array([seen.fancy == p.id for p in seen.products])
    rules = world.fancy
    wave = np.where(fancy, rules.appeal, rules.others) / ONE if rules and seen.fancy else 0.0
    # Of what touches the room, milestones draw people and change nobody's mind.
    lasting = [n for n, name in enumerate(world.incidents.ids) if name in seen.incidents]
    posts = posts_of(world, room, seen)
    return Sense(
        price=price,
        late=sum((p.late * p.serves for p in posts if p.left <= 0.0), np.zeros(len(price))),
        posts=posts,
        reference=reference,
        news=world.incidents.appeal[lasting, room, : len(price)].sum(axis=0) / ONE + wave,
        tonight=np.zeros(len(price)),
        would=would / 1000,
        desire=desire / 1000,
        doubt=doubt / 1000,
        wear=wear / 1000,
        fresh=fresh,
        passed=passed,
        stock=stock,
        shelf=shelf,
        trust=seen.trust / 1000,
        mood=seen.mood / 1000,
        voice=seen.voice / 1000,
        watching=float(max(seen.watching, 1)),
        arrived=float(seen.arrived),
        leaving=float(seen.left),
        left=seen.ticks - seen.tick,
        call=world.pitches.ids.index(seen.call) if seen.call else NONE,
        queue=float(seen.queue),
        asked=float(seen.asked),
        answered=float(seen.answered),
    )
