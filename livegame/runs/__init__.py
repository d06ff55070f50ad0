"""Run files (save, replay, ghost and proof in one), sessions, verification and the board."""
