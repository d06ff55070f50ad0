"""Where a long command runs: --jobs processes here, or --cluster, a Dask scheduler's workers."""

import argparse
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from livegame.commands.numbers import jobs
from livegame.runs.problems import RunError


def add_cluster(parser: argparse.ArgumentParser) -> None:
    """Give a command its --jobs and --cluster."""
    parser.add_argument("--jobs", type=jobs, default=1, help="processes to use")
    parser.add_argument("--cluster", metavar="ADDRESS", default="", help="a Dask scheduler instead")


@contextmanager
def workers(args: argparse.Namespace) -> Iterator[Executor | None]:
    """The executor that the arguments ask for; None for this process alone.

    Raises:
        RunError: the cluster cannot be used.
    """
    from livegame.bots.executors import ClusterError, executor_for

    try:
        with executor_for(args.jobs, args.cluster) as executor:
            yield executor
    except ClusterError as error:
        raise RunError(str(error)) from None
