"""livegame: host a live sales broadcast on one of the real shopping nights of 2009-2020."""

__version__ = "0.1.0"
