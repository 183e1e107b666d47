"""A folder as a layer: the same files make the same bytes, whoever packs them, wherever and whenever."""

import gzip
import hashlib
import io
import os
import tarfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Layer:
    blob: bytes
    diff_id: str  # of what was packed, as the configuration names layers
    why: str

    def digest(self) -> str:
        return digest(self.blob)


def digest(blob: bytes) -> str:
    return "sha256:" + hashlib.sha256(blob).hexdigest()


def pack(folder: Path, time: int, why: str) -> Layer:
    """Sorted by name, owned by root, all of one time; nobody but root may write, and everybody may read."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).parts):
            tar.addfile(*_entry(folder, path, time))
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=packed, mode="wb", compresslevel=9, mtime=0) as stream:
        stream.write(plain.getvalue())
    return Layer(packed.getvalue(), digest(plain.getvalue()), why)


def _entry(folder: Path, path: Path, time: int) -> tuple[tarfile.TarInfo, io.BytesIO | None]:
    entry = tarfile.TarInfo(str(path.relative_to(folder)))
    entry.mtime = time
    mode = path.lstat().st_mode
    if path.is_symlink():
        entry.type, entry.linkname, entry.mode = tarfile.SYMTYPE, os.readlink(path), 0o777
        return entry, None
    if path.is_dir():
        entry.type, entry.mode = tarfile.DIRTYPE, 0o1777 if mode & 0o1000 else 0o755
        return entry, None
    content = path.read_bytes()
    entry.size, entry.mode = len(content), 0o755 if mode & 0o100 else 0o644
    return entry, io.BytesIO(content)
