"""Mornings before a great night by program; reckoned with means, never with the run's luck."""
