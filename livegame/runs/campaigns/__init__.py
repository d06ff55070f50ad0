"""Run files of campaigns: the same lines as a night's, with a line more for a morning."""
