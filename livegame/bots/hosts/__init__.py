"""The bots, one a file. Each sees a seat and nothing else."""
