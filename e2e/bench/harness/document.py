"""The pages of docs in which each table has a place of its own."""

import re

from .failure import BenchFailure, say
from .machine import REPOSITORY

_DOCS = REPOSITORY / "docs"


def put(place: str, table: str, page: str = "performance.md") -> None:
    """Replaces what stands between the two marks of that place."""
    document = _DOCS / page
    begin, end = f"<!-- {place}:begin -->", f"<!-- {place}:end -->"
    text = document.read_text() if document.exists() else ""
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(text):
        raise BenchFailure(f"docs/{page} has no place for the table (expected: {begin} … {end})")
    document.write_text(pattern.sub(lambda _: f"{begin}\n{table}\n{end}", text))
    say(f"docs/{page} is up to date")


def table(head: list, rows: list) -> str:
    """In Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)
