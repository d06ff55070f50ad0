"""What a key changed, sent to the terminal at once."""

from typing import Any

from textual.screen import Screen


def paint_now(screen: Screen[Any]) -> None:
    """Paint the screen's widgets that are to be painted, without waiting for the next frame.

    Textual paints from a timer of sixty frames a second which, after a rest, lets one more frame
    go by: what a key changes just after a tick was painted would be seen up to 33 ms later. It
    has no public name for painting now; a later version without these names still has its timer.
    """
    paint = getattr(screen, "_on_timer_update", None)
    dirty = getattr(screen, "_dirty_widgets", None)
    if paint is None or dirty is None or not screen.is_current or not screen.size.area:
        return
    waiting = [child for child in screen.children if child._repaint_required and child.display]
    if waiting:
        for widget in waiting:
            widget._repaint_required = False
        dirty.update(waiting)
        paint()
