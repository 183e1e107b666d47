"""docs/performance.md, where each table has a place of its own."""

import re

from .failure import BenchFailure, say
from .machine import REPOSITORY

_DOCUMENT = REPOSITORY / "docs" / "performance.md"


def put(place: str, table: str) -> None:
    """Replaces what stands between the two marks of that place."""
    begin, end = f"<!-- {place}:begin -->", f"<!-- {place}:end -->"
    text = _DOCUMENT.read_text() if _DOCUMENT.exists() else ""
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(text):
        raise BenchFailure(f"docs/performance.md has no place for the table (expected: {begin} … {end})")
    _DOCUMENT.write_text(pattern.sub(lambda _: f"{begin}\n{table}\n{end}", text))
    say("docs/performance.md is up to date")


def table(head: list, rows: list) -> str:
    """In Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)
