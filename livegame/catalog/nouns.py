"""What a good is called in a sentence; the shelf's label is often too short for one."""

from livegame.catalog.library import library
from livegame.catalog.texts import t


def in_sentence(name: str) -> str:
    """A good's name where no sentence begins: "phin coffee, Viet Nam", "MP3 player"; only its first
    letter changes, as a country's name keeps its capital anywhere."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def noun(product: str) -> str:
    """A good as a noun without its article: "durian", "coconut oil for Viet Nam".

    That is its own line in `content/text/<language>/goods.toml`, or else its short label; an id
    that no good has is given back as it is.
    """
    try:
        return t(f"goods.noun.{product}")
    except KeyError:
        good = library().products.get(product)
        return good.short.lower() if good else product
