"""The same sweep wherever it runs: here, on a Dask cluster, or nowhere with a clear error."""

import dask
import numpy as np
import pytest
from distributed import LocalCluster

from livegame.bots import executors
from livegame.bots.entries import Entry
from livegame.bots.executors import ClusterError, executor_for
from livegame.bots.ladder import climb
from livegame.bots.nights import many_nights

SCENARIO = "618-2020-diplomats"


def test_a_cluster_gives_the_same_nights() -> None:
    local = many_nights(SCENARIO, range(6))
    with (
        LocalCluster(
            n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
        ) as cluster,
        executor_for(cluster=cluster.scheduler_address) as executor,
    ):
        remote = many_nights(SCENARIO, range(6), executor=executor)
    assert remote.seeds == local.seeds
    assert np.array_equal(remote.settled, local.settled)
    for name, values in local.figures.items():
        assert np.array_equal(remote.figures[name], values)


def test_one_process_needs_no_executor() -> None:
    with executor_for(jobs=1) as executor:
        assert executor is None


def test_nobody_at_the_address_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "PATIENCE", "0.5s")
    with (
        dask.config.set(
            {"distributed.comm.retry.count": 0, "distributed.comm.timeouts.connect": 0.5}
        ),
        pytest.raises(ClusterError, match=r"no Dask scheduler answers at 'tcp://127\.0\.0\.1:9'"),
        executor_for(cluster="tcp://127.0.0.1:9"),
    ):
        pass


@pytest.mark.slow
def test_a_cluster_climbs_the_same_ladder() -> None:
    entries = [Entry("random"), Entry("expert", without=("taste",))]
    local = climb(SCENARIO, "peru", entries, range(10_000, 10_002))
    with (
        LocalCluster(
            n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
        ) as cluster,
        executor_for(cluster=cluster.scheduler_address) as executor,
    ):
        remote = climb(SCENARIO, "peru", entries, range(10_000, 10_002), executor=executor)
    for one, other in zip(local, remote, strict=True):
        assert np.array_equal(one.played.settled, other.played.settled)
        assert one.entry == other.entry
