"""The commands, one file each: `configure` says what it takes, `run` does it."""
