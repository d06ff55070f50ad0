"""Whether the running orders of a pack are of its evenings, on goods of their hosts."""

from typing import TYPE_CHECKING, Any

from livegame.catalog.packs_findings import Findings

if TYPE_CHECKING:
    from livegame.catalog.models import Product
    from livegame.catalog.nights import Scenario
    from livegame.catalog.packs import Pack, Placed
    from livegame.catalog.running import Script


def look_at_script(
    placed: "Placed", pack: "Pack", goods: "dict[str, list[Product]]", told: Findings
) -> None:
    """Tell what of a running order is not of its evening; `goods` are all hosts', by host."""
    script: Script = placed.value
    scenes = {scene.id: scene for scene in pack.values("scenarios")}

    def tell(key: str, value: Any, reason: str, allowed: str = "") -> None:
        told.tell(placed.file, placed.row, key, value, reason, allowed)

    scene = scenes.get(placed.stem)
    if scene is None and (
        placed.stem in pack.broken.get("scenarios", ()) or "scenarios" in pack.lost
    ):
        return
    if scene is None:
        tell("", "", "lies in a folder that no evening of the pack is called", ", ".join(scenes))
        return
    same = [
        one
        for one in pack.rows["scripts"]
        if one.stem == placed.stem and one.value.role == script.role
    ]
    if len(same) > 1 and same[0] is not placed:
        tell("role", script.role, "has two running orders")
    if script.role not in scene.roles:
        tell("role", script.role, "is no role of the evening", ", ".join(scene.roles))
    if not script.cues:
        tell("cues", "", "there are none", "one or more")
    _running_order(placed, scene, goods.get(script.role, []), pack, told)


def _running_order(
    placed: "Placed", scene: "Scenario", goods: "list[Product]", pack: "Pack", told: Findings
) -> None:
    """Every cue is a pitch of the evening, on goods of the host."""
    script: Script = placed.value

    def tell(key: str, value: Any, reason: str, allowed: str = "") -> None:
        told.tell(placed.file, placed.row, key, value, reason, allowed)

    sold = {good.id: good for good in goods}
    names = ", ".join(sold)
    known = {*sold, *pack.broken.get("products", ())}
    judged = "products" not in pack.lost
    for key, listed in (("open", script.open), ("lots", script.lots)):
        for name in listed:
            if judged and name not in known:
                tell(key, name, "is not among the host's goods", names)
    for name, packs in script.lots.items():
        if name in sold and packs > sold[name].stock_max:
            tell(f"lots.{name}", packs, "is more than there can be", f"{sold[name].stock_max}")
    for at, cue in enumerate(script.cues, 1):
        if cue.pitch not in scene.pitches:
            allowed = ", ".join(scene.pitches)
            tell(f"cues[{at}].pitch", cue.pitch, "is no pitch of the evening", allowed)
        named = [("product", [cue.product] if cue.product else []), ("shut", cue.shut)]
        named += [("open", cue.open), ("release", list(cue.release)), ("price", list(cue.price))]
        for key, listed in named:
            for name in listed:
                if judged and name not in known:
                    tell(f"cues[{at}].{key}", name, "is not among the host's goods", names)
