"""The commands by name, in the order of the help."""

COMMANDS = {
    "play": "play a night (in the terminal, or line by line with --plain)",
    "scenarios": "list the nights that can be played",
    "check": "look through a pack of your own; exit 1 if anything is wrong with it",
    "facts": "list every recorded figure, with its article",
    "assumptions": "list every number that no article gives, with its reason",
    "replay": "tell a run from its file",
    "review": "say what each choice of a finished run was worth",
    "verify": "replay runs and compare; exit 1 if any differs",
    "board": "rank finished runs, or those in any folder",
    "theatre": "list all runs: your own, history's, a league's",
    "export": "turn a run into a recording of the terminal, or into words to share",
    "history": "check history's broadcasts and the other shipped runs, or make them anew",
    "backtest": "hold the engine against the recorded figures",
    "calibrate": "solve a night's free parameters for its recorded totals",
    "par": "play a night without a record by a bot, for what it is measured by",
    "stars": "what three stars take in each room of a night",
    "bot": "let a program play",
    "ladder": "all bots side by side on the same nights; --gates measures how deep the game is",
    "tune": "find better weights for the expert bot",
    "paths": "say where runs, board and settings lie",
}
DEFAULT = "play"
