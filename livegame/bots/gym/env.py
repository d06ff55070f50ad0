"""One night of one room for reinforcement learning."""

from typing import Any

import gymnasium as gym
import numpy as np
from gymnasium.spaces import Box, Discrete
from numpy.typing import NDArray

from livegame.bots.gym.choices import Choices
from livegame.bots.gym.features import named, observed
from livegame.bots.nights import shipped_world
from livegame.bots.scenes import main_night
from livegame.bots.seat import Seat
from livegame.bots.valuing import taken
from livegame.engine.actions import Beat
from livegame.engine.begin import begin
from livegame.engine.reducer import TickReport, act, tick
from livegame.engine.settlement import settle
from livegame.engine.state import State

MOST_SEED = 2**62
Observation = NDArray[np.float32]


class NightEnv(gym.Env[Observation, np.int64]):
    """A host's night, through the same actions and the same figures as a person's screen.

    Observation: `Box(0, 1, (16 + 15 * goods,), float32)`, the studio's figures; `feature_names`
    says what each is. Counts of people are logarithms, stock is a share of the most that may be
    brought.

    Actions: `Discrete`; `action_names` says what each is. A beat takes show time: the step ends
    when the host is free again. What is done at once takes none; after twenty in a row only beats
    and waiting are left. Waiting lets one tick pass. An action that is not allowed does nothing
    and lets a tick pass too; `info["action_mask"]` (int8, 1 for allowed) tells them beforehand.

    Reward: what the step added to the settled value, in points (1000 is history's night). The last
    one puts the estimate right, so that a night's rewards add up to its points, negative ones
    included. `info["points"]` is there at the end.

    An episode is a night; it is never truncated. `reset(seed=...)` draws the night's own seed, and
    `reset(options={"night": N})` plays the night of seed N.
    """

    metadata: dict[str, Any] = {"render_modes": []}  # noqa: RUF012 (as Gymnasium has it)

    def __init__(self, scenario: str = "", role: str = "", render_mode: str | None = None) -> None:
        """The night with most rooms, and its first role, if not given.

        Raises:
            ContentError: no such scenario. ValueError: no such role, or a render mode.
        """
        if render_mode is not None:
            raise ValueError("this environment draws nothing; `livegame play` does")
        self._world = shipped_world(scenario or main_night())
        roles = self._world.roles
        if role and role not in roles:
            raise ValueError(f"no role {role!r}; there are {', '.join(roles)}")
        self._room = self._world.room_of(role or roles[0])
        self._choices = Choices(self._world, self._room)
        self._start(0)
        self.render_mode = None
        self.action_names = self._choices.names
        self.feature_names = tuple(name for name, _ in named(self._seat))
        self.action_space = Discrete(len(self._choices))
        self.observation_space = Box(0.0, 1.0, (len(self.feature_names),), np.float32)

    def _start(self, night: int) -> None:
        self._state: State = begin(self._world, [night], [self._room])
        self._night, self._instants = night, 0
        self._recent: list[TickReport] = []
        self._value = self._estimate()
        self._look()

    def _look(self) -> None:
        self._seat = Seat(self._world, self._state, self._room, recent=self._recent)

    def _estimate(self) -> float:
        return float(taken(self._world, self._room, self._state)[0])

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Observation, dict[str, Any]]:
        """Begin a night."""
        super().reset(seed=seed)
        drawn = int(self.np_random.integers(MOST_SEED))
        self._start(int((options or {}).get("night", drawn)))
        return observed(self._seat), self._info()

    def step(self, action: np.int64) -> tuple[Observation, float, bool, bool, dict[str, Any]]:
        """Do one thing.

        Raises:
            ValueError: the night is over; reset it.
        """
        if self._state.tick >= self._world.ticks:
            raise ValueError("the night is over; reset the environment")
        wanted = self._choices.action(self._seat, int(action))
        allowed = wanted is not None and self._choices.legal(self._seat, self._instants)[action]
        if wanted is not None and allowed:
            self._state = act(self._world, self._state, self._room, wanted)
        if isinstance(wanted, Beat) or not allowed:
            self._pass_time()
        else:
            self._instants += 1
        self._look()
        over = self._state.tick >= self._world.ticks
        return observed(self._seat), self._reward(over), over, False, self._info()

    def _pass_time(self) -> None:
        """One tick, and on until the host is free."""
        self._instants = 0
        while True:
            self._state, report = tick(self._world, self._state)
            self._recent = [*self._recent, report][-max(60 // self._world.tick_seconds, 1) :]
            if not self._state.left[0, self._room] or self._state.tick >= self._world.ticks:
                return

    def _reward(self, over: bool) -> float:
        """Points that this step brought, by estimate; exact in sum at the end."""
        result = settle(self._world, self._state, self._room) if over else None
        value = float(result.settled) if result else self._estimate()
        gained, self._value = value - self._value, value
        return 1000.0 * gained / max(self._world.par[self._room], 1)

    def _info(self) -> dict[str, Any]:
        over = self._state.tick >= self._world.ticks
        legal = (
            [False] * len(self._choices)
            if over
            else self._choices.legal(self._seat, self._instants)
        )
        info: dict[str, Any] = {
            "action_mask": np.array(legal, dtype=np.int8),
            "night": self._night,
            "seconds_left": self._seat.seconds_left,
        }
        if over:
            info["points"] = settle(self._world, self._state, self._room).points
        return info
