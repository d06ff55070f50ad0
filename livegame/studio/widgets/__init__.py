"""One widget a file; each draws lines of spans, see `livegame.studio.lines`."""
