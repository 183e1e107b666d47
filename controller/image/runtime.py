"""A Java runtime of the modules that Tidegate uses, linked from the JDK that builds it."""

import re
from pathlib import Path

from failure import BuildFailure, run, say

HOME = "opt/java"
FLAGS_FILE = "/opt/tidegate/jvm-flags"

_MODULES = [
    "java.base",
    "java.instrument",  # agents, which users add by JDK_JAVA_OPTIONS
    "java.logging",
    "java.management",
    "java.naming",
    "java.net.http",  # the API server's client
    "java.sql",  # picocli and Jackson name its types
    "java.xml",  # logback
    "jdk.jcmd",  # to look into a running pod
    "jdk.jfr",
    "jdk.management",
    "jdk.management.agent",
    "jdk.unsupported",  # Netty
]


def link(jdk: Path, root: Path) -> None:
    """Files are left as they are, as the layer is packed anyway and a start reads them faster.

    The flags are the runtime's own options, read from a file: so what JDK_JAVA_OPTIONS says comes after them and wins.
    """
    say("linking the runtime")
    run(
        jdk / "bin/jlink",
        "--add-modules", ",".join(_MODULES),
        "--add-options", f"-XX:VMOptionsFile={FLAGS_FILE}",
        "--compress", "zip-0",
        "--no-header-files",
        "--no-man-pages",
        "--strip-java-debug-attributes",
        "--output", root / HOME,
    )  # fmt: skip


def version(jdk: Path) -> str:
    """As 25.0.3+9-LTS. Fails: if it is not a JDK 25."""
    release = jdk / "release"
    found = re.search(r'^JAVA_RUNTIME_VERSION="(25[.+].*)"', release.read_text() if release.is_file() else "", re.M)
    if not found:
        raise BuildFailure(f"--jdk {jdk}: not a JDK 25 (expected: the home of one)")
    return found.group(1)


def vendor(jdk: Path) -> str:
    found = re.search(r'^IMPLEMENTOR="(.*)"', (jdk / "release").read_text(), re.M)
    return found.group(1) if found else "unknown"
