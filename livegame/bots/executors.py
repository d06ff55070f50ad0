"""Where many nights are run: here, in processes, or on a Dask cluster. No scheduler of our own."""

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

PATIENCE = "5s"  # for the scheduler to answer


class ClusterError(Exception):
    """A cluster that cannot be used; the message says why and what to do."""


@contextmanager
def executor_for(jobs: int = 1, cluster: str = "") -> Iterator[Executor | None]:
    """Something with concurrent.futures' submit, or None for one process.

    Args:
        jobs: processes on this machine.
        cluster: address of a Dask scheduler ("host:port"), instead of processes.

    Raises:
        ClusterError: the extra is not installed, or nobody answers at the address.
    """
    if cluster:
        with _on_cluster(cluster) as executor:
            yield executor
    elif jobs > 1:
        with ProcessPoolExecutor(max_workers=jobs) as pool:
            yield pool
    else:
        yield None


@contextmanager
def _on_cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(
            "a cluster needs the extra: pip install 'livegame[cluster]', on its workers too"
        ) from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"no Dask scheduler answers at {address!r} ({error}); start one, or use --jobs"
        ) from None
    with client:
        yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]
