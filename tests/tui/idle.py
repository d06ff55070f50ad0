"""When an app under test has done all that was asked of it: known from the app, not from a pause.

Textual's own wait sleeps in steps of 20 ms until the process stands still; two steps or more for
each key. Here the steps are short, and besides standing still nothing may be waiting: no message in
a queue, nothing on the front screen that is to be laid out, painted or called. While a worker runs,
which may only lack a processor for a moment, the process must stand still as long as for Textual.
A show on air never stands still: there it is enough that nothing is waiting for a while.
"""

from asyncio import sleep
from time import monotonic, process_time
from typing import Any

from textual._context import active_app
from textual.app import App
from textual.screen import Screen

STEP = 0.004  # seconds
SHARE = 0.05  # of a step that a process standing still may work, as in Textual
BESIDE_WORKERS = 5  # steps in a row that it stands still, if a worker runs
ON_AIR = 10  # steps in a row that nothing waits, if it never stands still


def waiting(app: App[Any]) -> bool:
    """Whether something is still to be handled or painted."""
    if not app._screen_stack:
        return False
    front = app.screen
    pumps = [app, *app.screen_stack, *front.walk_children()]
    return _unpainted(front) or any(
        pump._message_queue.qsize() or pump._next_callbacks for pump in pumps if pump.is_running
    )


def _unpainted(screen: Screen[Any]) -> bool:
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


async def wait_for_idle(min_sleep: float = 1 / 50, max_sleep: float = 1) -> None:
    """Wait until the app of this context has nothing left to do.

    Args:
        min_sleep, max_sleep: seconds to wait at least and at most, as in Textual.
    """
    app, begun, still, done = active_app.get(), monotonic(), 0, 0
    while True:
        worked = process_time()
        await sleep(STEP)
        worked = process_time() - worked
        passed = monotonic() - begun
        if passed >= max_sleep:
            return
        done = 0 if waiting(app) else done + 1
        still = still + 1 if done and worked < STEP * SHARE else 0
        needed = BESIDE_WORKERS if any(not worker.is_finished for worker in app.workers) else 1
        if passed > min_sleep and (still >= needed or done >= ON_AIR):
            return
