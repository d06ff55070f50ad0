"""The version of the rules. Any change that alters a replay must raise it."""

RULES = 1
