"""The Textual front end: screens compose, widgets draw; what is true lives in runs and engine."""
