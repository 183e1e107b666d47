"""The runnable jar as two: what others wrote, which changes seldom, and Tidegate, which changes each time."""

import zipfile
from pathlib import Path

from failure import BuildFailure, say
from machine import Platform
from runtime import FLAGS_FILE

HOME = "opt/tidegate"
ARCHIVE = f"/{HOME}/classes.jsa"

_OWN = "dev/tidegate/"
_NATIVE = "META-INF/native/"
_MANIFEST = """Manifest-Version: 1.0
Main-Class: dev.tidegate.controller.Main
Class-Path: lib/dependencies.jar
Multi-Release: true
Enable-Native-Access: ALL-UNNAMED
Implementation-Title: Tidegate
Implementation-Version: {version}

"""
_PLAIN_MANIFEST = "Manifest-Version: 1.0\nMulti-Release: true\n\n"

# Zip files know no time before.
_TIME = (1980, 1, 1, 0, 0, 0)


def split(jar: Path, platform: Platform, version: str, dependencies: Path, own: Path) -> None:
    """Entries by name and uncompressed: the layer is packed anyway, and packs better so.

    Native libraries become files, so that nothing has to be unpacked into a folder that may not exist; those of other
    platforms are left out.
    """
    say("splitting the jar")
    (dependencies / HOME / "lib").mkdir(parents=True)
    (own / HOME).mkdir(parents=True)
    with zipfile.ZipFile(jar) as whole:
        names = sorted(set(whole.namelist()) - {"META-INF/MANIFEST.MF"})
        names = [name for name in names if not name.endswith("/")]
        theirs = [name for name in names if not name.startswith((_OWN, _NATIVE))]
        ours = [name for name in names if name.startswith(_OWN)]
        if not ours:
            raise BuildFailure(f"{jar}: nothing of {_OWN} in it (expected: the controller's jar)")
        _write(whole, theirs, _PLAIN_MANIFEST, dependencies / HOME / "lib/dependencies.jar")
        _write(whole, ours, _MANIFEST.format(version=version), own / HOME / "tidegate.jar")
        for name in names:
            if name.startswith(_NATIVE) and name.endswith(f"_{platform.netty}.so"):
                library = dependencies / HOME / "lib" / name.removeprefix(_NATIVE)
                library.write_bytes(whole.read(name))


def flags(source: Path, root: Path) -> None:
    """The flags of the launcher and those that only the image has. A file of JVM options knows no comments."""
    lines = [line for line in source.read_text().splitlines() if line and not line.startswith("#")]
    lines += [f"-Djava.library.path=/{HOME}/lib", f"-XX:SharedArchiveFile={ARCHIVE}"]
    # Where the archive does not fit, as with another collector's heap, the JVM goes without it, and silently.
    lines += ["-Xlog:cds=off", "-Xlog:aot=off"]
    (root / FLAGS_FILE.lstrip("/")).write_text("\n".join(lines) + "\n")


def _write(whole: zipfile.ZipFile, names: list[str], manifest: str, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as jar:
        jar.writestr(zipfile.ZipInfo("META-INF/MANIFEST.MF", _TIME), manifest.replace("\n", "\r\n"))
        for name in names:
            jar.writestr(zipfile.ZipInfo(name, _TIME), whole.read(name))
