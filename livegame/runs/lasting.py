"""Until when what touches a room from outside lasts: what has begun is no secret any more."""

from livegame.engine.state import State
from livegame.engine.world import World


def until(world: World, state: State, room: int) -> dict[str, int]:
    """Show seconds since the start at which each thing that has come to a room of the first night
    is over, by id: incidents, and milestones that it has passed."""
    ends = {
        name: begun + int(world.incidents.ticks[n])
        for n, name in enumerate(world.incidents.ids)
        if 0 <= (begun := int(state.incident[0, n])) <= state.tick
    }
    if rows := world.milestones:
        for n, name in enumerate(rows.ids):
            if reached := int(state.reached[0, room, n]):
                ends[name] = reached + int(rows.ticks[n])
    return {name: tick * world.tick_seconds for name, tick in ends.items()}
