"""Typed, validated loading of the content folder: facts, assumptions, scenarios, hosts, goods."""
