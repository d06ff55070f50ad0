"""The last line: the keys that do something here, clickable, or a notice in their place."""

from textual.screen import Screen

from livegame.studio.lines import Line, Span, clip, width_of
from livegame.studio.widgets.panel import Panel

NOTICE_SECONDS = 3.5
LAST = "room.more"


class KeyBar(Panel):
    """One line made from the screen's active bindings. Textual's own footer leaks memory."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._keys: list[tuple[str, str, str]] = []
        self._notice = ""

    def on_mount(self) -> None:
        """Listen for changes of the bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._read)
        self._read(self.screen)

    def _read(self, screen: Screen[object]) -> None:
        if not screen.is_attached or not screen.is_active:
            return
        found: dict[str, tuple[str, str, str]] = {}
        shown = [active for active in screen.active_bindings.values() if active.binding.show]
        # A text tells the key for its pages itself: that one gives way first.
        for active in sorted(shown, key=lambda one: one.binding.id == LAST):
            binding = active.binding
            if active.enabled and binding.action not in found:
                key = self.app.get_key_display(binding)
                found[binding.action] = (key, binding.description, binding.key)
        keys = list(found.values())
        if keys != self._keys:
            self._keys = keys
            self.redraw()

    def say(self, text: str) -> None:
        """Show a notice for a few seconds."""
        self._notice = text
        self.redraw()
        if text:
            self.set_timer(NOTICE_SECONDS, lambda: self._hush(text))

    def _hush(self, text: str) -> None:
        if self._notice == text:
            self.say("")

    def basis(self) -> object:
        """The keys, and what is said in their place."""
        return (tuple(self._keys), self._notice)

    def draw(self, width: int, height: int) -> list[Line]:
        """A notice, if there is one, and as many keys as fit; the first ones matter most."""
        spans: list[Span] = []
        if self._notice:
            spans = [Span(" ▪ ", "warn"), Span(clip(self._notice, width - 4), "bold"), Span("  ")]
        long = sum(3 + len(shown) + len(words) for shown, words, _ in self._keys) >= width
        for shown, words, key in self._keys:
            hit = ("key", key)
            more = [Span(" " if long or not spans else "  ")]
            more += [Span(shown, "key", hit), Span(" " + words, "dim", hit)]
            if width_of(spans) + width_of(more) > width:
                break
            spans += more
        return [tuple(spans)]
