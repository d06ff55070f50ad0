"""What a host did, in a few words each."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.actions import Action, Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.studio.show import Show


def deed(show: Show, action: Action) -> str:
    """One decision."""
    match action:
        case Beat(pitch, product):
            name = show.library.pitches[pitch].name if pitch in show.library.pitches else pitch
            if not product:
                return t("theatre.deed.beat_room", pitch=name)
            return t("theatre.deed.beat", pitch=name, name=show.short(product))
        case SetPrice(product, fen):
            words = {"name": show.short(product), "price": figures.price(fen)}
            return t("theatre.deed.price", **words)
        case Release(product, packs):
            words = {"name": show.short(product), "packs": figures.count(packs)}
            return t("theatre.deed.release", **words)
        case Link(product, open=is_open):
            key = "open" if is_open else "shut"
            return t(f"theatre.deed.{key}", name=show.short(product))
        case Reply():
            return t("theatre.deed.reply")
        case Cut():
            return t("theatre.deed.cut")
        case Plan():
            return t("theatre.deed.plan")
