"""A number that is being typed, letter by letter. No Textual here."""

from livegame.catalog.entries import to_fen, whole

MOST = 12  # letters


class Typed:
    """What has been typed so far.

    Attributes:
        text: as it stands, "" for nothing.
    """

    def __init__(self, *, money: bool) -> None:
        """`money`: yuan with at most two decimals, else a whole number."""
        self._money = money
        self.text = ""

    @property
    def value(self) -> int | None:
        """The number, money in fen; None while there is none."""
        if not self._money:
            return whole(self.text)
        return to_fen(self.text.rstrip("."))

    def put(self, letter: str | None) -> bool:
        """Add a letter if a number can go on with it; says whether it did."""
        if letter is None or len(letter) != 1 or letter not in "0123456789.":
            return False
        then = Typed(money=self._money)
        then.text = self.text + letter
        dots = then.text.count(".")
        if len(then.text) > MOST or then.value is None or dots > int(self._money):
            return False
        self.text = then.text
        return True

    def rub(self) -> None:
        """Take back a letter."""
        self.text = self.text[:-1]
