"""How the app ends: cleanly, whatever happens, with a report and one line, never a traceback."""

import asyncio
import signal
import sys
from contextlib import suppress
from pathlib import Path

from textual.app import App

from livegame.catalog.texts import t


class CleanEnd(App[None]):
    """An app that keeps an unexpected error to itself.

    Attributes:
        crash: that error, for whoever ran the app.
    """

    crash: BaseException | None = None

    def _handle_exception(self, error: Exception) -> None:
        """An unexpected error: remember it for the report, then end cleanly."""
        self.crash = self.crash or error
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        """Textual's tracebacks stay in the report; `run` says where that is."""
        self._exit_renderables.clear()

    def heed_signals(self) -> None:
        """Leave the terminal clean when told to end."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(getattr(signal, name), self.exit)


def crashed(error: BaseException, folder: Path) -> int:
    """One line to stderr; what nobody foresaw gets a report as well."""
    from livegame.catalog.problems import ContentError
    from livegame.runs.problems import RunError
    from livegame.studio.crash import report

    if isinstance(error, ContentError | RunError):
        print(f"livegame: {error}", file=sys.stderr)
        return 1
    path = report(error, [folder])
    words = t("common.error.crash", path=path) if path else t("common.error.crash_unwritten")
    print(words, file=sys.stderr)
    return 1
