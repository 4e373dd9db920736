"""`fic2book build`: every book of a collection file."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from fic2book.commands.collections import collection_options, config_path, output_folder, overriding
from fic2book.executors import Bounds

DEFAULT = Bounds()


@click.command("build")
@collection_options
@click.option("-j", "--jobs", type=click.IntRange(min=0), default=0, help="Processes [default: one a core].")
@click.option("--force", is_flag=True, help="Build everything, changed or not.")
@click.option("--fail-fast/--keep-going", default=False, help="Stop at the first book that fails [default: go on].")
@click.option("--prune", is_flag=True, help="Then remove books that the collection no longer names; plan lists them.")
@click.option("--watch", is_flag=True, help="Go on, and build anew whatever an edit touches; Ctrl-C ends it.")
@click.option(
    "--report", type=click.Path(path_type=Path), default=None, metavar="FILE", help="Write what was done as JSON."
)
@click.option(
    "--time-limit",
    "seconds",
    type=click.FloatRange(min=0),
    default=DEFAULT.seconds,
    show_default=True,
    metavar="SECONDS",
    help="For one book; 0 for none.",
)
@click.option(
    "--memory-limit",
    "megabytes",
    type=click.IntRange(min=0),
    default=DEFAULT.megabytes,
    show_default=True,
    metavar="MIB",
    help="For one process; 0 for none.",
)
@click.option(
    "--executor",
    type=click.Choice(["serial", "processes", "dask"]),
    default="processes",
    help="Where books are built [default: processes]; serial: in this process, without limits.",
)
@click.option(
    "--scheduler", default="", metavar="ADDRESS", help="A Dask cluster's, as tcp://host:8786; for --executor dask."
)
@click.option("--no-cache", is_flag=True, help="Clean every story of a changed book again.")
def command(config: Path, output: str | None, **options: Any) -> int:
    """Build the books of CONFIG (fic2book.toml) that have changed, on all cores."""
    path = config_path(config)
    folder = output_folder(output, path)
    if options["watch"]:
        from fic2book.collection.watching import watch

        return watch(path, folder, lambda: _build(path, folder, options))
    return _build(path, folder, options)


def _build(path: Path, folder: str, options: dict[str, Any]) -> int:
    from fic2book.collection.cache import Cache, NoCache, user_cache
    from fic2book.collection.config import load_config
    from fic2book.collection.driver import open_run
    from fic2book.collection.progress import follow, print_pruned
    from fic2book.collection.report import Report
    from fic2book.executors import find_executor

    config = load_config(path, overriding(options["chosen"]))
    bounds = Bounds(options["jobs"], options["seconds"], options["megabytes"], options["scheduler"])
    executor = find_executor(options["executor"], bounds)
    cache = NoCache() if options["no_cache"] else Cache(user_cache())
    with open_run(config, folder, force=options["force"], cache=cache) as run:
        with Report(options["report"], run.tally) if options["report"] else nullcontext() as report:
            code = follow(run, executor, folder, fail_fast=options["fail_fast"], report=report)
        if options["prune"] and run.tally.done == run.tally.total:  # a run that stopped early removes nothing
            print_pruned(run.prune(), folder)
        cache.trim()
    return code
