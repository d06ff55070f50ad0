"""Clicks that a show takes, whoever's hands are on it."""

from livegame.studio.screens.onair import OnAir
from livegame.studio.widgets.panel import Panel


class Clicks(OnAir):
    """A show whose goods and signs can be clicked."""

    def action_product(self, step: int) -> None:
        """Another good in hand."""
        raise NotImplementedError

    def action_pause(self) -> None:
        """Stop the show, or let it run on."""
        raise NotImplementedError

    def on_panel_hit(self, hit: Panel.Hit) -> None:  # Textual calls the base's too
        """Clicks on goods, and the signs in the status line."""
        match hit.verb:
            case "product" if hit.why and hit.what == self.show.chosen:
                self.ask(hit.why, hit.at)
            case "product":
                self.show.chosen = hit.what
                self.action_product(0)
            case "pause":
                self.action_pause()
            case "speed":
                self.action_speed(0)
