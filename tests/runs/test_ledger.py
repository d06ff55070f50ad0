from livegame.catalog.library import library
from livegame.runs.ledger import assumed


def test_every_row_has_a_reason_and_an_id_of_its_own() -> None:
    rows = assumed(library())
    assert len({row.id for row in rows}) == len(rows) > 300
    for row in rows:
        assert "" not in (row.what, row.reason, row.unit), row.id
        assert "{" not in row.what, row.id
        assert row.source == "" or row.source in library().sources


def test_all_kinds_of_content_are_in_it() -> None:
    lib = library()
    rows = {row.id for row in assumed(lib)}
    assert set(lib.assumptions) <= rows
    assert "host.thailand.draw" in rows
    assert "pitch.demonstrate.desire.foodies" in rows
    assert "product.th-durian.cost_permille" in rows
    assert "segment.cooks.price_slope" in rows
    assert "script.618-2020-diplomats.thailand" in rows


def test_the_people_and_farms_of_a_village_are_assumed_number_by_number() -> None:
    from livegame.catalog.library import library
    from livegame.runs.campaigns.ledger import campaign_rows

    lib = library()
    spring = lib.campaigns["farmers-2020-spring"]
    found = {row.id: row for row in campaign_rows(lib)}
    for kind, rows, keys in (
        ("trainee", spring.trainee, ("start", "most", "lesson", "show", "fee")),
        ("farm", spring.farm, ("pull", "cost")),
    ):
        for one in rows:
            for key in keys:
                assert found[f"campaign.{spring.id}.{kind}.{one.id}.{key}"].reason
