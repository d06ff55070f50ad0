"""The figures on the screens taken apart: one file for each kind of figure."""
