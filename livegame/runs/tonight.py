"""Which goods are on tonight's table: a village's show leaves some at home, and so may a plan."""

from livegame.engine.actions import Action, Beat
from livegame.engine.view import ProductView, RoomView

GONE, ABSENT = "engine.refuse.product_gone", "engine.refuse.absent"


def on_table(good: ProductView) -> bool:
    """Whether a show has anything of a good, or had: what was never there is not sold out."""
    return bool(good.shelf or good.held or good.reserved or good.sold)


def first_good(view: RoomView) -> str:
    """The good that a show is about, else the first that is there; "" where there is none."""
    here = next((good for good in view.products if on_table(good)), None)
    first = here or next(iter(view.products), None)
    return view.product or (first.id if first else "")


def truer(key: str, view: RoomView, action: Action) -> str:
    """The key of a reason against an action; of a good that was never there nothing is "left"."""
    if key != GONE or not isinstance(action, Beat):
        return key
    good = view.product_view(action.product)
    return ABSENT if good and not on_table(good) else key
