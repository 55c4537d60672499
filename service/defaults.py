"""Where the default rules and templates lie: in the wheel, or in the repository beside the package."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def folder(name: str) -> Path:
    """The folder of the defaults called `name` ("rules" or "templates")."""
    package = Path(str(resources.files("service")))
    packed = package / "_defaults" / name
    return packed if packed.is_dir() else package.parent / name
