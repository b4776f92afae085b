"""Find the files that are shipped with the program: `styles/`, `seeds/` and `schemas/`."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder `name`: inside the package in a wheel, beside it in a checkout.

    Raises FileNotFoundError if the installation lacks it.
    """
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"quoth's own folder {name!r} is missing; install quoth again")
