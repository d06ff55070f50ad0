"""What a TOML file may be, looked at before it is parsed: the parser's time grows with the square
of a key's parts, so that one dotted key of 100 kB would take it more than a minute."""

import re

MAX_PARTS = 16  # of one dotted key or table's name
MAX_DEPTH = 32  # of brackets within brackets
MAX_DIGITS = 400  # of one number
STRING = re.compile(
    r'"""(?:[^\\]|\\.?)*?(?:"""|\Z)'  # one that is not closed goes to its line's or the file's
    r"|'{3}.*?(?:'{3}|\Z)"  # end: whoever starts anew at every quote takes the square of the time
    r'|"(?:[^"\\\n]|\\.?)*(?:"|(?=\n)|\Z)'
    r"|'[^'\n]*(?:'|(?=\n)|\Z)"
    r"|\#[^\n]*",
    re.DOTALL,
)
PIECE = re.compile(r"[=,{}\[\]\n]")
DIGITS = re.compile(r"\d[\d_]*")


def unbounded(text: str) -> str:
    """What is too much in a TOML text, in words for a person; "" if it may be parsed.

    Texts and comments are left out first; what is left is looked at in one pass.
    """
    bare = STRING.sub("s", text)
    if any(piece.count(".") >= MAX_PARTS for piece in PIECE.split(bare)):
        return f"a key of more than {MAX_PARTS} parts"
    if any(len(found[0]) > MAX_DIGITS for found in DIGITS.finditer(bare)):
        return f"a number of more than {MAX_DIGITS} digits"
    depth = 0
    for found in re.finditer(r"[\[{}\]]", bare):
        depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
        if depth > MAX_DEPTH:
            return f"brackets more than {MAX_DEPTH} deep"
    return ""
