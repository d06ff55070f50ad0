"""The expert's thinking: what it weighs, what it sees, what it expects of each beat."""
