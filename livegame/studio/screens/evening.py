"""The studio for a campaign's evening: the same show, and afterwards back to the desk."""

from typing import TYPE_CHECKING

from livegame.catalog.texts import t
from livegame.studio import doors
from livegame.studio.screens.studio import StudioRoom

if TYPE_CHECKING:
    from livegame.runs.campaigns.evening import EveningSession
    from livegame.studio.house import House


class EveningRoom(StudioRoom):
    """A show on air whose end is not the end of the run."""

    def _end(self) -> None:
        """Off air: back to the desk, once nothing lies over the studio."""
        self._rest()
        if self.is_active:
            self.game.back()


def evening_room(house: "House", session: "EveningSession") -> EveningRoom:
    """The studio for tonight."""
    seen = doors.show(house, session)
    seen.scored = False  # the score is the campaign's, not the evening's
    return EveningRoom(seen, hello=t("days.studio.hello"))
