"""Random words are a pure function of seed, stream and tick."""

import numpy as np
import pytest

from livegame.engine.chance import CHUNK, STREAMS, chunk_words, words

PLAN = (("orders", 7), ("arrivals", 5))


def test_the_same_key_gives_the_same_words() -> None:
    assert np.array_equal(words([5], PLAN, 3), words([5], PLAN, 3))


@pytest.mark.parametrize("tick", [0, 1, CHUNK - 1, CHUNK, 5 * CHUNK + 2])
def test_a_tick_is_its_row_of_its_chunk(tick: int) -> None:
    chunk = chunk_words((5,), PLAN, tick // CHUNK)
    assert np.array_equal(words([5], PLAN, tick), chunk[tick % CHUNK])


def test_seeds_streams_and_ticks_never_share_words() -> None:
    found = [
        words([seed], ((stream, 4),), tick).tobytes()
        for seed in (0, 1, 2**63 - 1)
        for stream in STREAMS
        for tick in (0, 1, 2, CHUNK, 719)
    ]
    assert len(set(found)) == len(found)


def test_streams_have_numbers_of_their_own() -> None:
    assert len(set(STREAMS.values())) == len(STREAMS)


def test_a_stream_does_not_move_when_another_is_drawn_beside_it() -> None:
    alone = words([5], (("arrivals", 5),), 9)
    assert np.array_equal(words([5], PLAN, 9)[:, 7:], alone)


def test_more_words_begin_with_the_fewer_at_the_first_tick() -> None:
    few, many = words([5], (("orders", 4),), 0), words([5], (("orders", 400),), 0)
    assert np.array_equal(many[:, :4], few)


def test_words_of_a_batch_are_those_of_its_seeds() -> None:
    both = words([5, 6], PLAN, 40)
    assert np.array_equal(both[1:], words([6], PLAN, 40))


def test_words_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="read-only"):
        words([5], PLAN, 0)[0, 0] = 1


def test_words_are_those_of_philox_for_good() -> None:
    """numpy promises these never to change; a golden replay hangs on them."""
    known = [4568643143231695710, 16283783862715812251]
    assert words([12345], (("orders", 2),), 50).tolist() == [known]
