"""What couriers will yet fetch in time, as the screen tells it."""

import numpy as np
from attrs import frozen

from livegame.engine.tables import Floats
from livegame.engine.view import RoomView
from livegame.engine.world import World


@frozen(eq=False)
class Post:
    """A courier: which goods it serves [G], 0 or 1; how many packs it will yet fetch in time; the
    share of the others that comes back."""

    serves: Floats
    left: float
    late: float


def posts_of(world: World, room: int, seen: RoomView) -> tuple[Post, ...]:
    """The couriers of a room."""
    sold = np.array([float(good.sold) for good in seen.products])
    found, posts = list[Post](), world.couriers
    for serves, packs, late in zip(posts.serves, posts.packs, posts.late, strict=True):
        ours = serves[room, : len(sold)].astype(np.float64)
        if ours.any():
            found.append(Post(ours, float(packs) - float((sold * ours).sum()), float(late)))
    return tuple(found)
