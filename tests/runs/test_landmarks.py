from pathlib import Path

from livegame.runs.curves import Curves
from livegame.runs.landmarks import Landmark, after, before, landmarks, peaks
from livegame.runs.theatre import Reel


def test_peaks_are_the_highest_hills_apart() -> None:
    curve = [0] * 200
    curve[20], curve[30], curve[100], curve[150], curve[199] = 50, 60, 90, 40, 10
    assert peaks(curve) == [30, 100, 150]
    assert peaks([0] * 50) == []
    assert peaks([]) == []
    assert peaks([5, 5, 5]) == [2]
    assert peaks([1, 2, 3]) == [2]


def test_landmarks_are_in_order_and_can_be_walked() -> None:
    marks = ((3, "beat", "a"), (9, "launch", "a"), (9, "soldout", "a"), (20, "beat", ""))
    found = landmarks(Curves((0,) * 30, (0, *([5] * 10), 9, *([5] * 18)), marks, True))
    assert [(mark.tick, mark.kind) for mark in found] == [
        (3, "beat"), (9, "launch"), (9, "soldout"), (11, "peak"), (20, "beat")
    ]  # fmt: skip
    assert after(found, 3) == Landmark(9, "launch", "a")
    assert after(found, 20) is None
    assert before(found, 11) == Landmark(9, "soldout", "a")
    assert before(found, 3) is None


def test_a_reel_is_ready_to_be_watched_from_any_moment(history: Path) -> None:
    reel = Reel.open(history)
    assert reel.playback.view.tick == 0
    assert reel.curves.end == 90
    beats = list(reel.ticks("beat"))
    assert beats
    for tick in beats:
        reel.playback.jump(tick)
        assert reel.playback.view.idle
        assert reel.playback.due()
        assert not reel.playback.view.idle
