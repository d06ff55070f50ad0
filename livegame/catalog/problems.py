"""The error that bad content raises: what, where, what to do."""


class ContentError(Exception):
    """Content that cannot be used; the message names file, key and reason in one line."""
