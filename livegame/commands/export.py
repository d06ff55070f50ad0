"""livegame export: a run for others to look at."""

import argparse
import os
from pathlib import Path

from livegame.catalog.texts import t
from livegame.commands.output import complain
from livegame.commands.packs import add_pack, use_packs
from livegame.runs.disk import move_new, trouble, write_atomically
from livegame.runs.problems import RunError
from livegame.runs.runfile import shown


def configure(parser: argparse.ArgumentParser) -> None:
    """What `export` takes."""
    parser.add_argument("file", metavar="FILE", help="a run file (.live)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--cast", metavar="OUT", help="a recording for asciinema (.cast)")
    what.add_argument("--svg", metavar="OUT", help="a picture of the front page (.svg)")
    what.add_argument("--text", action="store_true", help="a few lines to share")
    parser.add_argument("--force", action="store_true", help="replace OUT if it is there")
    add_pack(parser)


def run(args: argparse.Namespace) -> int:
    """Make it.

    Raises:
        RunError: the file cannot be read or does not parse, or OUT cannot be written.
    """
    use_packs(args)
    for out in (args.svg, args.cast):
        if out:
            _need_folder(Path(out))
    if args.text:
        from livegame.runs.share import share_text

        print(share_text(Path(args.file)))
        return 0
    if args.svg:
        return _svg(Path(args.file), Path(args.svg), args.force)
    if not args.cast:
        complain(t("cli.export_what"))
        return 2
    return _cast(Path(args.file), Path(args.cast), args.force)


def _need_folder(out: Path) -> None:
    """Refuse a mistyped place before anything is drawn, rather than make folders for it."""
    if not os.path.isdir(out.parent):
        raise RunError(t("cli.no_place", file=shown(out), folder=shown(out.parent)))


def _cast(path: Path, out: Path, force: bool) -> int:
    from livegame.plain.cast import cast_lines

    lines = list(cast_lines(path))
    _keep(out, "".join(f"{line}\n" for line in lines).encode(), force)
    seconds = lines[-1].partition(",")[0].lstrip("[")
    print(t("cli.cast_made", file=shown(out), seconds=seconds))
    return 0


def _svg(path: Path, out: Path, force: bool) -> int:
    from livegame.studio.portrait import front_page

    _keep(out, front_page(path).encode(), force)
    print(t("cli.svg_made", file=shown(out)))
    return 0


def _keep(out: Path, data: bytes, force: bool) -> None:
    if force:
        write_atomically(out, data)
    else:
        _write_new(out, data)


def _write_new(path: Path, data: bytes) -> None:
    spare = path.with_name(f".{path.name}.part")
    write_atomically(spare, data)
    try:
        move_new(spare, path)
    except FileExistsError:
        spare.unlink()
        raise RunError(t("cli.replaces", file=shown(path))) from None
    except OSError as error:
        raise trouble(path, error) from None
