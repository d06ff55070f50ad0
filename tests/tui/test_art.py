"""Pictures, map and themes: everything is there, whole, and can be read."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from livegame.catalog.library import Library, library
from livegame.studio import art, contrast, earth
from livegame.studio.inks import Inks, mix, plain
from livegame.studio.pixels import NONE, brightness, render
from livegame.studio.themes import OWN
from livegame.studio.widgets.worldmap import HERE, LEAST_WIDTH, THERE, Place, WorldMap, rows_for

FAINT = {"faint"}  # rules between panels; no word is written in it


@pytest.fixture(scope="module")
def lib() -> Library:
    return library()


# -- pictures -----------------------------------------------------------------


def test_every_good_has_a_picture_of_its_own(lib: Library) -> None:
    missing = [name for name in lib.products if name not in art.gallery("goods")]
    assert missing == []


def test_every_kind_of_good_has_a_picture(lib: Library) -> None:
    kinds = {good.category for good in lib.products.values()}
    assert kinds <= set(art.gallery("goods"))


def test_every_office_has_a_picture_of_its_own(lib: Library) -> None:
    missing = [name for name in lib.hosts if name not in art.gallery("hosts")]
    assert missing == []


def test_pictures_have_their_size_and_enough_in_them() -> None:
    for name, grid in [*art.gallery("goods").items(), *art.gallery("hosts").items()]:
        assert len(grid) == art.HEIGHT, name
        assert {len(row) for row in grid} == {art.WIDTH}, name
        drawn = [colour for row in grid for colour in row if colour != NONE]
        assert len(drawn) >= 20, name
        assert len(set(drawn)) >= 2, name


def test_no_two_goods_of_a_table_look_alike(lib: Library) -> None:
    for host in lib.hosts:
        grids = [str(art.picture(lib, good.id)) for good in lib.goods(host)]
        assert len(set(grids)) == len(grids), host


def test_no_two_offices_look_alike(lib: Library) -> None:
    seen: dict[str, str] = {}
    for host in lib.hosts:
        other = seen.setdefault(str(art.gallery("hosts")[host]), host)
        assert other == host


def test_every_figure_belongs_to_an_office(lib: Library) -> None:
    figures = {name for name in art.gallery("hosts") if name.startswith("by:")}
    assert figures <= {"by:default", *(f"by:{host}" for host in lib.hosts)}


def test_the_files_are_read_to_their_end() -> None:
    for name in ("goods", "hosts"):
        path = library().folder / "art" / f"{name}.txt"
        assert len(path.read_text(encoding="utf-8")) < art.MAX_BYTES, name


def test_every_letter_of_a_picture_is_a_colour() -> None:
    for name in ("goods", "hosts"):
        text = (library().folder / "art" / f"{name}.txt").read_text(encoding="utf-8")
        rows = [line.strip() for line in text.splitlines()]
        known = {row[0] for row in rows if len(row) == 9 and row[1:3] == " #"} | {"."}
        for row in rows:
            if row and row[0] not in "#[" and row[1:3] != " #":
                assert set(row) <= known, (name, row)


def test_a_picture_may_have_two_names() -> None:
    found = art.read("r #ff0000\n[one two]\nrr\n[three]\nr.\n")
    assert found["one"] == found["two"]
    assert found["one"][0][:2] == [0xFF0000, 0xFF0000]
    assert found["three"][0][:2] == [0xFF0000, NONE]


def test_pale_pixels_are_darker_on_light_ground(lib: Library) -> None:
    dark, light = art.picture(lib, "th-rice"), art.picture(lib, "th-rice", light=True)
    pairs = [
        (a, b) for one, two in zip(dark, light, strict=True) for a, b in zip(one, two, strict=True)
    ]
    pale = [(a, b) for a, b in pairs if a != NONE and brightness(a) > art.PALE]
    assert pale
    assert all(brightness(b) < brightness(a) for a, b in pale)
    assert all(a == b for a, b in pairs if (a, b) not in pale)


def test_an_unknown_office_has_none() -> None:
    assert art.office("atlantis") == []


@pytest.mark.parametrize("colour", [True, False])
def test_an_office_is_drawn_with_its_figure(colour: bool) -> None:
    grid = art.office("rwanda")
    assert {len(row) for row in grid} == {art.WIDTH + 1 + art.FIGURE}
    assert any(pixel != NONE for row in grid for pixel in row[art.WIDTH + 1 :])
    assert len(render(grid, colour=colour)) == art.HEIGHT // 2


# -- the world ------------------------------------------------------------------

LAND = {  # well inside each, so that a coarse grid cannot miss it
    "Sahara": (10.0, 22.0), "Siberia": (100.0, 62.0), "Brazil": (-52.0, -12.0),
    "Australia": (134.0, -24.0), "Kansas": (-98.0, 39.0), "China": (108.0, 34.0),
}  # fmt: skip
SEA = {
    "Pacific": (-150.0, 0.0), "Atlantic": (-40.0, 30.0), "Indian Ocean": (80.0, -30.0),
    "Tasman Sea": (160.0, -38.0), "Arabian Sea": (65.0, 15.0),
}  # fmt: skip


@pytest.mark.parametrize("size", [(36, 9), (60, 14), (118, 30)])
def test_land_is_land_and_sea_is_sea(size: tuple[int, int]) -> None:
    found = earth.chart(*size)
    assert found
    for name, place in LAND.items():
        x, y = found.cell(*place)
        assert found.lines[y][x] != " ", name
    for name, place in SEA.items():
        x, y = found.cell(*place)
        assert found.lines[y][x] == " ", name


@pytest.mark.parametrize("width", range(8, 160, 7))
@pytest.mark.parametrize("height", [3, 9, 40])
def test_a_map_fits_and_has_rows_of_one_width(width: int, height: int) -> None:
    found = earth.chart(width, height)
    assert found
    assert len(found.lines) <= height
    assert len({len(row) for row in found.lines}) == 1
    assert len(found.lines[0]) <= width


def test_a_map_needs_some_room() -> None:
    assert earth.chart(7, 20) is None
    assert earth.chart(40, 2) is None
    assert rows_for(LEAST_WIDTH - 1) == 0


@pytest.mark.parametrize("text", ["", "west 3", "#.#\n#.", "step 0\n#"])
def test_a_damaged_map_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"a map needs|could not convert"):
        earth.read(text)


def drawn(lib: Library, chosen: str, width: int) -> tuple[list[str], set[str]]:
    """The map's rows as text, and the ids that a click can mean."""
    scene = lib.scenarios["618-2020-diplomats"]
    panel = WorldMap("world")
    panel._places = [Place.of(lib.hosts[role]) for role in scene.roles]
    panel._chosen = chosen
    lines = panel.draw(width, rows_for(width))
    hits = {span.hit[1] for row in lines for span in row if span.hit}
    return ["".join(span.text for span in row) for row in lines], hits


@pytest.mark.parametrize("width", [LEAST_WIDTH, 36, 44, 80])
def test_every_country_is_on_the_map_by_a_sign_and_the_chosen_one_by_its_name(
    lib: Library, width: int
) -> None:
    roles = lib.scenarios["618-2020-diplomats"].roles
    for chosen in roles:
        rows, hits = drawn(lib, chosen, width)
        name = lib.hosts[chosen].country
        assert chosen in hits
        assert HERE in rows[0]
        assert name in rows[0]
        assert sum(row.count(HERE) for row in rows[1:]) == 1
        assert all(len(row) <= width for row in rows)
        if width >= 36:
            assert any(name in row for row in rows[1:]), chosen
    everywhere, hits = drawn(lib, "", 80)
    assert hits == set(roles)
    assert sum(row.count(THERE) for row in everywhere) == len(roles)


# -- themes -----------------------------------------------------------------------

COLOURED = [*OWN, *(theme for theme in BUILTIN_THEMES.values() if not theme.ansi)]


def grounds(theme: Theme, *names: str) -> list[Color]:
    variables = theme.to_color_system().generate()
    paper = Color.parse(variables["background"])
    found = [Color.parse(variables[name]) for name in names]
    return [paper.blend(colour, colour.a).with_alpha(1) for colour in found]


def words_in(inks: Inks) -> list[str]:
    return [name for name in inks._styles if name and name not in FAINT]


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_words_can_be_read_in_every_ink(theme: Theme) -> None:
    inks = mix(theme.to_color_system().generate())
    for name in words_in(inks):
        style = inks[name]
        assert style.color
        behind = [Color.from_rich_color(style.bgcolor)] if style.bgcolor else []
        for ground in behind or grounds(theme, "background", "surface"):
            found = contrast.ratio(Color.from_rich_color(style.color), ground)
            assert found >= contrast.LEAST - 0.05, (theme.name, name, found)


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_plain_words_can_be_read_on_every_ground(theme: Theme) -> None:
    (ink,) = grounds(theme, "foreground")
    for ground in grounds(theme, "background", "surface", "panel"):
        assert contrast.ratio(ink, ground) >= 7


def test_high_contrast_is_higher() -> None:
    theme = next(theme for theme in OWN if theme.name == "high-contrast")
    inks = mix(theme.to_color_system().generate())
    for ground in grounds(theme, "background", "surface"):
        for name in ("bold", "title", "gold", "good", "bad", "warn"):
            style = inks[name]
            assert style.color
            assert contrast.ratio(Color.from_rich_color(style.color), ground) >= 7, name


def test_all_inks_exist_with_sixteen_colours_too() -> None:
    theme = OWN[0].to_color_system().generate()
    assert set(plain()._styles) == set(mix(theme)._styles)


def test_contrast_is_what_wcag_says() -> None:
    black, white = Color(0, 0, 0), Color(255, 255, 255)
    assert contrast.ratio(black, white) == pytest.approx(21)
    assert contrast.ratio(white, white) == pytest.approx(1)
    assert contrast.ratio(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("paper", ["#000000", "#777777", "#888888", "#c0c0c0", "#ffffff"])
def test_there_is_an_ink_for_every_paper(paper: str) -> None:
    ground = Color.parse(paper)
    assert contrast.ratio(contrast.lettering(ground), ground) >= contrast.LEAST
    assert contrast.ratio(contrast.readable(ground, (ground,)), ground) >= contrast.LEAST


def test_a_readable_ink_is_left_as_it_is() -> None:
    gold, black = Color.parse("#f4b942"), Color(0, 0, 0)
    assert contrast.readable(gold, (black,)) == gold
