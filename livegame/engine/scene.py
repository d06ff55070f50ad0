"""What is going on in every room this tick: pitch, stage, launch, open links."""

import numpy as np
from attrs import frozen

from livegame.engine.calls import answered
from livegame.engine.constants import NIL, SINGLE, UNIT
from livegame.engine.flags import some
from livegame.engine.incidents import going_on
from livegame.engine.places import Places, places_of
from livegame.engine.state import State, summed
from livegame.engine.tables import Bools, Floats, Ints
from livegame.engine.world import World


@frozen(eq=False, slots=False)  # made every tick; without slots in half the time
class Scene:
    """The tick's stage, over rooms [B,R] and their goods [B,R,P].

    Attributes:
        pitch: index of the pitch that runs, 0 for idleness. stage: slot on stage, at least 0.
        on_stage: place of the good on stage among all goods of the batch, flat.
        spot: the pitch's and the good's place among all of `used`, flat; of a pitch about the
            room, its first. seat: see Fixed.
        talked, talk, told: the good that the pitch is about, also as 0 and 1, whole and double.
        launching: the launch is on for this good.
        link: links open in this tick. open: link open and packs on it.
        launched: links that a launch opens in this very tick.
        freshness: how little the pitch is worn on the good on stage [B,R], Q16.
        watching: viewers of each room [B,R].
        on: incidents that last in this tick [B,N], None for none.
        heard: hosts who do what is called for [B,R], None for none.
        places: where rooms, segments and goods belong.
    """

    pitch: Ints
    stage: Ints
    on_stage: Ints
    spot: Ints
    seat: Ints
    talked: Bools
    talk: Ints
    told: Floats
    launching: Bools
    link: Bools
    open: Bools
    launched: Bools
    freshness: Ints
    watching: Ints
    on: Bools | None
    heard: Bools | None
    places: Places


def set_scene(world: World, state: State) -> Scene:
    """Read the stage of every room from the state."""
    fixed = world.fixed
    places = places_of(state.batch, *world.shape, len(world.pitches.ids))
    pitch = state.pitch * np.minimum(state.left, SINGLE)
    stage = np.maximum(state.stage, NIL)
    seat = (state.stage + SINGLE) * world.pitches.on_product[pitch]
    talked = fixed.on_seat.take(seat, axis=0)
    link = was = state.link > NIL
    begins = fixed.launch_left[pitch]
    launches = state.left <= begins
    launching = launched = places.nowhere
    if some(launches):
        there = talked & launches.take(places.room_of_good)
        link = was | (there & (state.left == begins).take(places.room_of_good))
        launching, launched = there & link, link ^ was
    spot = pitch * fixed.goods
    spot += np.maximum(seat - SINGLE, NIL)
    spot += places.first_spot
    return Scene(
        pitch=pitch,
        stage=stage,
        on_stage=stage + places.first_good,
        spot=spot,
        seat=seat,
        talked=talked,
        talk=fixed.talked.take(seat, axis=0),
        told=fixed.told.take(seat, axis=0),
        launching=launching,
        link=link,
        open=link & (state.shelf > NIL),
        launched=launched,
        freshness=UNIT - state.used.take(spot),
        watching=summed(state.viewers, 2),
        on=going_on(world, state),
        heard=answered(world, state, pitch),
        places=places,
    )
