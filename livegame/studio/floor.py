"""Where the studio's panels go, as a function of the terminal's size. No Textual widgets here."""

from textual.geometry import Region

Plan = dict[str, Region]
CURVE, BRIEF = 4, 3  # rows that the curve, or a choice, and the stage have at the least


def floor(width: int, height: int, goods: int, pitches: int, *, flight: bool = False) -> Plan:
    """The regions of the panels; they never overlap and nothing is left over.

    Args:
        width, height: cells, without the key bar; at least 80 x 23.
        goods, pitches: rows that shelf and beats need.
        flight: comments fly below the stage, where there is room for it.
    """
    if width >= 150 and height >= 38:
        plan = _large(width, height, goods, pitches)
    elif width >= 110 and height >= 31:
        plan = _middle(width, height, goods, pitches)
    else:
        return _small(width, height, goods, pitches)
    if flight:
        stage, rows = plan["stage"], 2 if plan["stage"].height > 10 else 1
        plan["stage"] = stage.shrink((0, 0, rows, 0))
        plan["flight"] = Region(stage.x + 1, stage.bottom - rows, stage.width - 1, rows)
    return plan


def _stack(x: int, y: int, width: int, parts: list[tuple[str, int]]) -> Plan:
    """Panels under each other, by their heights."""
    plan: Plan = {}
    for name, height in parts:
        plan[name] = Region(x, y, width, height)
        y += height
    return plan


def _small(width: int, height: int, goods: int, pitches: int) -> Plan:
    beats = 1 + (pitches + 1) // 2 + (height >= 29)
    body = height - 2 - beats
    shelf = min(1 + goods, max(3, body - CURVE - BRIEF))
    stage = max(BRIEF, min(5 if body - shelf < 14 else 7, body - shelf - CURVE))
    curve = body - shelf - stage
    left = width * 3 // 5
    low = width * 21 // 40
    plan = {
        "status": Region(0, 0, width, 2),
        "watching": Region(0, 2, left, curve),
        "tonight": Region(left + 1, 2, width - left - 1, curve),
        "chat": Region(low + 1, 2 + curve, width - low - 1, stage + shelf),
        "beats": Region(0, height - beats, width, beats),
    }
    return plan | _stack(0, 2 + curve, low, [("stage", stage), ("shelf", shelf)])


def _middle(width: int, height: int, goods: int, pitches: int) -> Plan:
    beats = (3 if height >= 34 else 2) + (pitches + 1) // 2
    body = height - 2 - beats
    shelf = 1 + goods
    stage = 10
    curve = body - shelf - stage
    left = width * 7 // 12
    right = width - left - 2
    orders = max(4, min(10, body // 5))
    tonight = max(6, min(17, (body - orders) // 2))
    plan = {
        "status": Region(0, 0, width, 2),
        "beats": Region(0, height - beats, width, beats),
    }
    plan |= _stack(0, 2, left, [("watching", curve), ("stage", stage), ("shelf", shelf)])
    rest = body - tonight - orders
    return plan | _stack(
        left + 2, 2, right, [("tonight", tonight), ("orders", orders), ("chat", rest)]
    )


def _large(width: int, height: int, goods: int, pitches: int) -> Plan:
    beats = pitches + 4
    body = height - 2
    top = body - beats
    right = max(42, width // 4)
    room = width - right - 2
    left = room * 10 // 19
    middle = room - left - 2
    tonight = 18 if body >= 48 else 17 if body >= 40 else 12
    orders = max(6, (body - tonight) // 4)
    stage, shelf = (12, 2 + goods) if top >= 34 else (10, 1 + goods)
    plan = {
        "status": Region(0, 0, width, 2),
        "beats": Region(0, height - beats, room, beats),
    }
    curve = (top + 1) // 2
    plan |= _stack(0, 2, left, [("watching", curve), ("sales", top - curve)])
    parts = [("stage", stage), ("shelf", shelf), ("why", top - stage - shelf)]
    plan |= _stack(left + 2, 2, middle, parts)
    column = [("tonight", tonight), ("orders", orders), ("chat", body - tonight - orders)]
    return plan | _stack(room + 2, 2, right, column)
