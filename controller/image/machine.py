"""What image a machine makes: its own platform's, as the JVM that will read the class archive must write it."""

import os
from dataclasses import dataclass

from failure import BuildFailure


@dataclass(frozen=True)
class Platform:
    oci: str  # as in the image's configuration
    debian: str  # as Debian's packages and the OCI's `architecture` are named
    triplet: str  # the folder of its libraries
    netty: str  # as Netty names its native libraries

    def loader(self) -> str:
        return {"amd64": "/lib64/ld-linux-x86-64.so.2", "arm64": "/lib/ld-linux-aarch64.so.1"}[self.debian]


_PLATFORMS = {
    "x86_64": Platform("linux/amd64", "amd64", "x86_64-linux-gnu", "x86_64"),
    "aarch64": Platform("linux/arm64", "arm64", "aarch64-linux-gnu", "aarch_64"),
}


def own() -> Platform:
    machine = os.uname().machine
    if os.uname().sysname != "Linux" or machine not in _PLATFORMS:
        raise BuildFailure(f"{os.uname().sysname} {machine}: no image is made of it (expected: Linux on x86_64 or aarch64)")
    return _PLATFORMS[machine]


def demanded(name: str) -> Platform:
    """Fails: where another platform is asked for; it says why this machine cannot make it."""
    platform = own()
    if name in ("", platform.oci):
        return platform
    raise BuildFailure(
        f"--platform {name}: this machine makes {platform.oci} only, as a JVM of the platform must write the class"
        " archive and link the runtime (docs/image.md, Other platforms)"
    )
