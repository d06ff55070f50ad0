"""Campaigns of several days as a pure function of state and decisions; see README.md."""
