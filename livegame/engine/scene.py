"""What is going on in every room this tick: pitch, stage, launch, open links."""

import numpy as np
from attrs import frozen

from livegame.engine.state import State, pick
from livegame.engine.tables import ONE, Bools, Ints
from livegame.engine.world import World


@frozen(eq=False)
class Scene:
    """The tick's stage, over rooms [B,R] and their goods [B,R,P].

    Attributes:
        pitch: index of the pitch that runs, 0 for idleness. stage: slot on stage, at least 0.
        talked: the good that the pitch is about. launching: the launch is on for this good.
        link: links open in this tick. open: link open and packs on it.
        launched: links that a launch opens in this very tick.
        freshness: how little the pitch is worn on the good on stage [B,R], Q16.
    """

    pitch: Ints
    stage: Ints
    talked: Bools
    launching: Bools
    link: Bools
    open: Bools
    launched: Bools
    freshness: Ints


def set_scene(world: World, state: State) -> Scene:
    """Read the stage of every room from the state."""
    table = world.pitches
    pitch = np.where(state.left > 0, state.pitch, 0)
    gone = table.ticks.take(pitch) - state.left
    stage = np.maximum(state.stage, 0)
    about = (table.on_product.take(pitch) > 0) & (state.stage >= 0)
    slots = np.arange(world.shape[2])
    talked = (slots == stage[..., None]) & about[..., None]
    launch = table.launch.take(pitch)
    launching = talked & ((launch > 0) & (gone >= launch))[..., None]
    link = (state.link > 0) | (launching & (gone == launch)[..., None])
    return Scene(
        pitch=pitch,
        stage=stage,
        talked=talked,
        launching=launching & link,
        link=link,
        open=link & (state.shelf > 0),
        launched=link & (state.link == 0),
        freshness=ONE - pick(state.used.reshape(*pitch.shape, -1), pitch * world.shape[2] + stage),
    )
