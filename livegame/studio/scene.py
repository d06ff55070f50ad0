"""The title picture, painted for whatever size there is: a shopping night on a big screen."""

from functools import lru_cache

from livegame.studio.pixels import Grid, blank, blend

SKY_HIGH, SKY_LOW = 0x12060C, 0x5A1220
TOWER, WINDOW, CROWD = 0x26090F, 0xF4B942, 0x0B0305
LANTERN, LANTERN_LIT, GOLD, MOON = 0xC8102E, 0xFF5A3C, 0xF4B942, 0xFFE8B8
STAGE_HIGH, STAGE_LOW, GLOW = 0x3B0F2B, 0x8C2335, 0xFFB56B
SKIN, HAIR, SUIT, SHIRT, CLOTH = 0xF0C49A, 0x1B0F12, 0x2B3A67, 0xFFF6E6, 0xD8434A
DURIAN, DURIAN_DARK, PURPLE, LEAF, COCONUT = 0xC9B43A, 0x6F7F2A, 0x6B2C7A, 0x4FA34F, 0xFFF6E6
PHONE, HEART = 0xBFE3FF, 0xFF7A9A


def _dice(*numbers: int) -> int:
    """A small number that always falls the same."""
    mixed = 17
    for number in numbers:
        mixed = (mixed * 1_000_003 ^ number * 7919) & 0xFFFFFF
        mixed = (mixed ^ mixed >> 7) * 69069 & 0xFFFFFF
    return mixed >> 8


@lru_cache(maxsize=4)
def paint(width: int, height: int) -> Grid:
    """The picture in `width` by `height` pixels."""
    grid = blank(width, height)
    for y in range(height):
        grid[y] = [blend(SKY_HIGH, SKY_LOW, (y / max(1, height - 1)) ** 1.4)] * width
    _stars(grid)
    _ball(grid, width * 11 // 12, height // 5, max(2, height // 12), MOON)
    _towers(grid)
    _garland(grid)
    _big_screen(grid)
    _crowd(grid)
    return grid


def _put(grid: Grid, x: int, y: int, colour: int) -> None:
    if 0 <= y < len(grid) and 0 <= x < len(grid[0]):
        grid[y][x] = colour


def _box(grid: Grid, x: int, y: int, width: int, height: int, colour: int) -> None:
    for dy in range(height):
        for dx in range(width):
            _put(grid, x + dx, y + dy, colour)


def _ball(grid: Grid, at_x: int, at_y: int, size: float, colour: int, wide: float = 1.0) -> None:
    reach = int(size * wide) + 1
    for y in range(int(-size) - 1, int(size) + 2):
        for x in range(-reach, reach + 1):
            if (x / wide) ** 2 + y**2 <= size * size + 0.5:
                _put(grid, at_x + x, at_y + y, colour)


def _stars(grid: Grid) -> None:
    width, height = len(grid[0]), len(grid)
    for star in range(width * height // 110):
        x, y = _dice(star, 1) % width, _dice(star, 2) % max(1, height // 2)
        grid[y][x] = blend(grid[y][x], MOON, 0.3 + _dice(star, 3) % 40 / 100)


def _towers(grid: Grid) -> None:
    width, height = len(grid[0]), len(grid)
    left, number = -1, 0
    while left < width:
        wide = 5 + _dice(number, 9) % 5
        roof = height // 2 - _dice(number, 4) % max(1, height // 3)
        for x in range(left, left + wide):
            for y in range(max(0, roof), height):
                window = (x - left) % 2 and y % 2 and x < left + wide - 1 and y > roof
                lit = window and _dice(x, y, number) % 10 < 4
                glow = 0.3 + _dice(y, x) % 60 / 100
                _put(grid, x, y, blend(TOWER, WINDOW, glow) if lit else TOWER)
        left += wide + 1
        number += 1


def _garland(grid: Grid) -> None:
    """Lanterns on a string that hangs from corner to corner."""
    width, height = len(grid[0]), len(grid)

    def string(x: int) -> int:
        part = 2 * x / max(1, width - 1) - 1
        return int(height / 12 * (1 - part * part))

    for x in range(width):
        _put(grid, x, string(x), blend(GOLD, SKY_HIGH, 0.45))
    size = max(1, height // 18)
    lanterns = max(3, width // (size * 8 + 4))
    for number in range(lanterns):
        x = (2 * number + 1) * width // (2 * lanterns)
        y = string(x) + 1
        _put(grid, x, y, GOLD)
        _ball(grid, x, y + 1 + size, size, LANTERN, 1.3)
        _ball(grid, x, y + 1 + size, size * 0.5, LANTERN_LIT)
        _put(grid, x, y + 2 + 2 * size, GOLD)


def _big_screen(grid: Grid) -> None:
    width, height = len(grid[0]), len(grid)
    wide, tall = width * 13 // 20, height * 11 // 20
    x, y = (width - wide) // 2, height * 5 // 20
    for reach in range(3, 0, -1):
        _glow(grid, x - reach, y - reach, wide + 2 * reach, tall + 2 * reach, 0.12)
    _box(grid, x - 1, y - 1, wide + 2, tall + 2, GOLD)
    for row in range(tall):
        _box(grid, x, y + row, wide, 1, blend(STAGE_HIGH, STAGE_LOW, row / max(1, tall - 1)))
    _host(grid, x + wide // 2, y, tall)
    table = max(2, tall // 5)
    _box(grid, x, y + tall - table, wide, table, CLOTH)
    _box(grid, x, y + tall - table, wide, 1, GOLD)
    _fruit(grid, x, y + tall - table, wide, max(1.5, tall / 8))
    _box(grid, x + 1, y + 1, 3, 1, 0xFF3B3B)
    for n in range(wide // 8 + 1):
        _put(grid, x + wide - 2 - _dice(n, 7) % 5, y + 2 + n * 2 % max(1, tall - table - 3), HEART)


def _glow(grid: Grid, x: int, y: int, width: int, height: int, part: float) -> None:
    for dy in range(height):
        for dx in range(width):
            if 0 <= y + dy < len(grid) and 0 <= x + dx < len(grid[0]):
                grid[y + dy][x + dx] = blend(grid[y + dy][x + dx], GLOW, part)


def _host(grid: Grid, x: int, top: int, tall: int) -> None:
    head = max(1.5, tall / 8)
    neck = top + int(tall * 0.42)
    for row in range(top + tall - neck):
        half = int(head * (1.0 + min(1.4, row / 2)))
        _box(grid, x - half, neck + row, 2 * half + 1, 1, SUIT)
    for row in range(int(head * 2)):
        _box(
            grid,
            x - max(0, int(head / 2) - row // 2),
            neck + row,
            max(1, 2 * (int(head / 2) - row // 2) + 1),
            1,
            SHIRT,
        )
    _put(grid, x, neck + 2, LANTERN)
    _put(grid, x, neck + 3, LANTERN)
    _ball(grid, x, neck - int(head), head + 0.4, HAIR)
    _ball(grid, x, neck - int(head) + 1, head - 0.2, SKIN)
    if head >= 3:
        eye, y = int(head / 2.4), neck - int(head)
        for side in (-eye, eye):
            _box(grid, x + side, y, 1 + (head > 5), 1 + (head > 5), HAIR)
        _box(grid, x - eye + 1, neck - int(head / 3), 2 * eye - 1, 1, LANTERN)


def _fruit(grid: Grid, x: int, table: int, wide: int, size: float) -> None:
    y = table - int(size)
    left, right = x + wide // 5, x + wide * 4 // 5
    _ball(grid, left, y, size, DURIAN, 1.2)
    for n in range(int(size * size * 3)):
        dx, dy = _dice(n, 11) % (int(2.4 * size) + 1), _dice(n, 12) % (int(2 * size) + 1)
        at_x, at_y = left - int(1.2 * size) + dx, y - int(size) + dy
        if 0 <= at_y < len(grid) and 0 <= at_x < len(grid[0]) and grid[at_y][at_x] == DURIAN:
            grid[at_y][at_x] = DURIAN_DARK
    _ball(grid, right, y, size * 0.9, PURPLE)
    _box(grid, right - 1, y - int(size), 3, 1, LEAF)
    _ball(grid, right - int(size * 2.6), y + 1, size * 0.7, COCONUT)


def _crowd(grid: Grid) -> None:
    width, height = len(grid[0]), len(grid)
    size = max(1.5, height / 20)
    step = int(size * 2) + 1
    for row in range(2):
        for n in range(-1, width // step + 2):
            x = n * step + row * step // 2 + _dice(n, row) % 2
            y = height - int(size * (2.2 - 1.4 * row)) + _dice(n, row, 5) % 2
            colour = blend(CROWD, TOWER, 0.5 - row * 0.5)
            _ball(grid, x, y, size, colour)
            _box(grid, x - int(size), y, int(size * 2) + 1, height, colour)
            if _dice(n, row, 8) % 3 == 0:
                _box(grid, x + int(size), y - int(size) - 1, 1 + (size > 2), 2, PHONE)
