"""What rests the voice says how much, and where beats are refused for it the rows name that."""

from collections.abc import Callable

import pytest
from attrs import evolve

from livegame.catalog.texts import t
from livegame.engine.actions import Beat
from livegame.studio.app import Livegame
from livegame.studio.lines import Line
from livegame.studio.widgets.beats import Beats
from livegame.studio.widgets.status import Status
from tests.tui.drive import on_air
from tests.tui.fakehouse import Band
from tests.tui.fakeruns import FakeSession

Make = Callable[..., Livegame]


def told(rows: list[Line]) -> str:
    return "\n".join("".join(span.text for span in row) for row in rows)


@pytest.mark.parametrize("width", [80, 100, 120, 160])
async def test_a_pitch_that_rests_the_voice_says_how_much(make_app: Make, width: int) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        beats = (await on_air(pilot)).query_one(Beats)
        show = beats.show
        calm = next(pitch for pitch in show.pitches if pitch.id == "breathe")
        show.bands = {p.id: Band(Beat(p.id)) for p in show.pitches}
        rows = told(beats.draw(width, 14 if width >= 100 else 7))
        assert rows.count(f"voice +{-calm.voice // 10}") == 1


@pytest.mark.parametrize(("width", "height"), [(80, 7), (100, 14), (160, 14)])
async def test_a_tired_voice_is_told_what_rests_it(
    make_app: Make, width: int, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    tired = t("engine.refuse.no_voice")
    async with make_app().run_test(size=(80, 24)) as pilot:
        beats = (await on_air(pilot)).query_one(Beats)
        show = beats.show
        costs = {pitch.id: pitch.voice for pitch in show.pitches}

        def against(self: FakeSession, action: Beat) -> str:
            return tired if costs[action.pitch] > 0 else ""

        monkeypatch.setattr(FakeSession, "why_not", against)
        show.turned()
        assert show.rest
        key = (show.pitches.index(show.rest) + 1) % 10
        rows = told(beats.draw(width, height))
        assert "voice needs a re…" not in rows
        many = sum(cost > 0 for cost in costs.values())
        assert rows.count(f"tired, {key} rests") + rows.count(f"rest: {key} ") >= many
        assert f"Your voice needs a rest: {key}, {show.rest.name}, gives" in told(
            beats._about(78, 2)
        )


async def test_a_long_text_keeps_its_first_sentence(make_app: Make) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        beats = (await on_air(pilot)).query_one(Beats)
        first = beats.show.pitches[0]
        long = evolve(first, what="One thing. " + "Another thing. " * 20, risk="Risky. " * 30)
        beats.show.pitches = [long, *beats.show.pitches[1:]]
        beats.at = 0
        assert told(beats._about(78, 1)).strip() == "One thing."


async def test_an_incident_leaves_the_beats_that_the_voice_allows(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        status = (await on_air(pilot)).query_one(Status)
        monkeypatch.setattr("livegame.studio.widgets.status.going_on", lambda *args: "◆ Rain +1")
        for voice, words in ((1000, "voice 13 more"), (74, "voice tired")):
            show = status.show
            show.view = evolve(show.view, voice=voice)
            show.session.view = show.view  # type: ignore[misc]
            for width in (80, 100):
                row = told([status.draw(width, 2)[1]])
                assert words in row
                assert "◆ Rain +1" in row
