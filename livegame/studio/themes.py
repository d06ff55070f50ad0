"""The game's own themes; Textual's come along with it."""

from textual.theme import Theme

FESTIVAL = Theme(
    name="festival",
    primary="#f4b942",
    secondary="#e5484d",
    accent="#ffd27a",
    warning="#ff9e4a",
    error="#ff5c5c",
    success="#8fd18a",
    foreground="#f6e9d2",
    background="#1c090d",
    surface="#270e13",
    panel="#34141a",
    dark=True,
)

DAYLIGHT = Theme(
    name="daylight",
    primary="#a4161a",
    secondary="#b8610b",
    accent="#7a1014",
    warning="#9c4a00",
    error="#b3001b",
    success="#1c6b35",
    foreground="#2b1a12",
    background="#fbf3e4",
    surface="#f3e6cf",
    panel="#ead9bd",
    dark=False,
)

CONTRAST = Theme(
    name="high-contrast",
    primary="#ffe100",
    secondary="#00e5ff",
    accent="#ffffff",
    warning="#ffb000",
    error="#ff6b6b",
    success="#5dff8f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#101010",
    dark=True,
)

SAFE = Theme(
    name="colour-blind-safe",
    primary="#f0c419",
    secondary="#56b4e9",
    accent="#f7dc7a",
    warning="#e69f00",
    error="#ff8f4a",
    success="#56b4e9",
    foreground="#eef2f5",
    background="#10161d",
    surface="#17202a",
    panel="#1f2b38",
    dark=True,
)

OWN = (FESTIVAL, DAYLIGHT, CONTRAST, SAFE)
PLAIN = "ansi-dark"
