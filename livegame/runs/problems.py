"""The error that whatever stands in the way of a run raises."""


class RunError(Exception):
    """A run that cannot be played, read or kept; one line: what, where, what to do."""


class PackMissingError(RunError):
    """A run of a pack that is not installed here: nothing can be said of it, good or bad."""


class TakenError(RunError):
    """A new run file was to bear a name that another bears already."""


class InUse(RunError):
    """The run is being played in another window."""
