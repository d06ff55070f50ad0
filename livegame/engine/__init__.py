"""The rules: a pure reducer over integer arrays. No clock, file, terminal or global randomness."""
