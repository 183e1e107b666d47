"""Configuration files with @{NAME} in them; nginx needs the dollar for itself."""

from pathlib import Path
from string import Template


class _AtTemplate(Template):
    delimiter = "@"


def fill(template: Path, directory: Path, names: dict) -> Path:
    """Writes the template into the directory under its own name, every @{NAME} replaced; an unknown one fails."""
    target = directory / template.name
    target.write_text(_AtTemplate(template.read_text()).substitute(names))
    return target
