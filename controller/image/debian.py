"""The few files of Debian that a JVM needs: its C library, and what tells scanners and users what this is.

There is no shell, no package manager, nothing that could be run but Java.
"""

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from failure import BuildFailure, run, say
from machine import Platform

_HERE = Path(__file__).resolve().parent

_LIBRARIES = ["libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0", "libresolv.so.2", "librt.so.1"]
_LICENSES = ["Apache-2.0", "GPL-2", "GPL-3", "LGPL-2.1", "LGPL-3", "LGPL", "GPL"]
_USER = 65532


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    architecture: str
    sha256: str

    def file(self) -> str:
        return f"{self.name}_{self.version.replace(':', '%3a')}_{self.architecture}.deb"

    def purl(self) -> str:
        return f"pkg:deb/debian/{self.name}@{self.version.replace('+', '%2B')}?arch={self.architecture}&distro=debian-13"


def packages(platform: Platform) -> list[Package]:
    found = []
    for line in (_HERE / "debian.packages").read_text().splitlines():
        if line and not line.startswith("#"):
            name, version, *sums = line.split()
            by_architecture = dict(word.split("=") for word in sums)
            found.append(Package(name, version, platform.debian, by_architecture[platform.debian]))
    return found


def unpack(platform: Platform, root: Path, work: Path) -> None:
    """Puts into root what is needed of the packages, and the account that Tidegate runs as."""
    whole = work / "debian"
    for package, file in zip(packages(platform), _fetched(packages(platform), work), strict=True):
        run("dpkg-deb", "--extract", file, whole)
        copyright_file = f"usr/share/doc/{package.name}/copyright"
        _take(whole, root, copyright_file)
    for link in ("lib", "lib64"):
        if (whole / link).is_symlink():
            _take(whole, root, link)
    _take(whole, root, os.path.realpath(whole / f".{platform.loader()}")[len(str(whole)) + 1 :])
    for loader in ("usr/lib64/ld-linux-x86-64.so.2", "usr/lib/ld-linux-aarch64.so.1"):
        if (whole / loader).is_symlink():
            _take(whole, root, loader)
    for library in _LIBRARIES:
        _take(whole, root, f"usr/lib/{platform.triplet}/{library}")
    for file in ("usr/lib/os-release", "etc/os-release", "etc/debian_version"):
        _take(whole, root, file)
    for license_name in _LICENSES:
        _take(whole, root, f"usr/share/common-licenses/{license_name}")
    _accounts(root)
    _status(root, packages(platform))


def _accounts(root: Path) -> None:
    (root / "etc/passwd").write_text(
        f"root:x:0:0:root:/:/nonexistent\ntidegate:x:{_USER}:{_USER}:Tidegate:/nonexistent:/nonexistent\n"
    )
    (root / "etc/group").write_text(f"root:x:0:\ntidegate:x:{_USER}:\n")
    (root / "etc/nsswitch.conf").write_text("passwd: files\ngroup: files\nhosts: files dns\n")
    (root / "tmp").mkdir()
    (root / "tmp").chmod(0o1777)


def _status(root: Path, known: list[Package]) -> None:
    """Where scanners look for what is installed without a dpkg, as in Google's distroless images."""
    folder = root / "var/lib/dpkg/status.d"
    folder.mkdir(parents=True)
    for package in known:
        (folder / package.name).write_text(
            f"Package: {package.name}\nStatus: install ok installed\n"
            f"Architecture: {package.architecture}\nVersion: {package.version}\n"
        )


def _take(whole: Path, root: Path, name: str) -> None:
    target = root / name
    target.parent.mkdir(parents=True, exist_ok=True)
    if not os.path.lexists(whole / name):
        raise BuildFailure(f"debian.packages: /{name} is not among their files (expected: in one of them)")
    shutil.copy2(whole / name, target, follow_symlinks=False)


def _fetched(wanted: list[Package], work: Path) -> list[Path]:
    """Each file, from the cache or by apt; a sum that differs is a failure, wherever the file comes from."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "tidegate/debian"
    cache.mkdir(parents=True, exist_ok=True)
    missing = [package for package in wanted if not (cache / package.file()).is_file()]
    if missing:
        _download(missing, cache, work)
    for package in wanted:
        found = hashlib.sha256((cache / package.file()).read_bytes()).hexdigest()
        if found != package.sha256:
            (cache / package.file()).unlink()
            raise BuildFailure(f"{package.file()}: SHA-256 {found} (expected: {package.sha256}, as debian.packages says)")
    return [cache / package.file() for package in wanted]


def _download(missing: list[Package], cache: Path, work: Path) -> None:
    """By an apt with a state of its own: the machine's Debian may be another, and root is not needed."""
    say("fetching " + ", ".join(package.file() for package in missing))
    state = work / "apt"
    for folder in ("lists/partial", "cache/archives/partial"):
        (state / folder).mkdir(parents=True)
    (state / "status").touch()
    settings = {
        "APT::Architecture": missing[0].architecture,
        "APT::Architectures": missing[0].architecture,
        "Acquire::Languages": "none",
        "Acquire::Retries": "3",
        "Dir::Cache": state / "cache",
        "Dir::Etc::main": "/dev/null",
        "Dir::Etc::sourcelist": _HERE / "debian.sources",
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::State": state,
        "Dir::State::lists": state / "lists",
        "Dir::State::status": state / "status",
    }
    options = [word for name, value in settings.items() for word in ("-o", f"{name}={value}")]
    run("apt-get", *options, "-qq", "update")
    for package in missing:
        try:
            run("apt-get", *options, "download", f"{package.name}={package.version}", cwd=state)
        except BuildFailure as failed:
            raise BuildFailure(
                f"{failed}\n{package.name} {package.version} is not to be had (expected: in Debian; a newer one takes"
                " its place in debian.packages)"
            ) from None
        shutil.move(state / package.file(), cache / package.file())
