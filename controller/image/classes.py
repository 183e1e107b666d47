"""The class archive: what a start would read, check and link of 7,000 classes, done once (JEP 310, 350).

It must come out the same each time, and of an AOT cache (JEP 483) that is not true: it holds how often methods were
called while it was trained, and times. An archive of classes alone is the same once three things are: which classes are
in it, the addresses in the writing JVM, and the size of its heap. Where other processes take the cores, threads meet one
another in another order, and a class or an address may differ. So what two trainings do not agree on is left out, and the
archive is written until it comes out as it did before.
"""

import hashlib
import os
import re
from pathlib import Path

from application import ARCHIVE, HOME
from failure import BuildFailure, run, say

# What a training may load or not, as threads meet one another or not, or as Netty samples buffers for leaks, and so two
# may agree by chance. Left out, they are read from the jar.
_BY_CHANCE = re.compile(
    r"""
      java/util/AbstractList\$ListItr
    | java/util/concurrent/atomic/Striped64\$Cell
    | io/netty/util/ResourceLeakDetector\$
    | @lambda-proxy\ io/netty/handler/ssl/OpenSslCachingKeyMaterialProvider
    | @lambda-proxy\ io/vertx/core/internal/concurrent/OutboundMessageQueue
    | @lambda-proxy\ io/vertx/core/net/impl/(ConnectionBase|NetClientImpl)
    """,
    re.VERBOSE,
)

_HEAP = ["-Xms256m", "-Xmx256m"]
_TRAINED = "tmp/trained"
_LISTED = "tmp/listed"
_TRAININGS = 2
_WRITINGS_AT_MOST = 6


def archive(root: Path, manifests: Path) -> None:
    """Writes the archive into root, by the very JVM, libraries and paths that will read it: in a chroot."""
    say("training, to learn which classes a start needs")
    samples = root / "tmp/manifests"
    samples.mkdir()
    for file in sorted(manifests.glob("*")):
        (samples / file.name).write_bytes(file.read_bytes())
    trainings = [_trained(root) for _ in range(_TRAININGS)]
    agreed = set.intersection(*map(set, trainings))
    listed = [name for name in trainings[0] if name in agreed]
    (root / _LISTED).write_text("\n".join(listed) + "\n")
    say("writing the class archive")
    seen = set()
    for _ in range(_WRITINGS_AT_MOST):
        written = _written(root)
        digest = hashlib.sha256(written.read_bytes()).digest()
        if digest in seen:
            break
        seen.add(digest)
    else:
        say(
            f"the class archive came out otherwise each of {_WRITINGS_AT_MOST} times (expected: a machine that is not "
            "busy), so another build may have another digest"
        )
    written.rename(root / ARCHIVE.lstrip("/"))


def _trained(root: Path) -> list[str]:
    train = ["train", "--manifests", "/tmp/manifests", "--log-level", "error", "--warm-up", "2000"]
    _java(root, f"-XX:DumpLoadedClassList=/{_TRAINED}", "-jar", f"/{HOME}/tidegate.jar", *train)
    return _steady((root / _TRAINED).read_text())


def _written(root: Path) -> Path:
    file = f"/{HOME}/classes.new"
    path = root / file.lstrip("/")
    path.unlink(missing_ok=True)
    _java(
        root, *_HEAP, "-Xshare:dump", f"-XX:SharedClassListFile=/{_LISTED}", f"-XX:SharedArchiveFile={file}",
        "-jar", f"/{HOME}/tidegate.jar",
    )  # fmt: skip
    if not path.is_file():
        raise BuildFailure("java -Xshare:dump wrote no archive (expected: one, of the classes of a training)")
    return path


def _steady(trained: str) -> list[str]:
    """By name, lambdas last, without numbers by order of loading, and without what hangs on chance.

    `@cp` lines tell what of a constant pool was resolved, `@lambda-form-invoker` lines which shapes of calls were met:
    both hang on how far a thread came.
    """
    names = set()
    for line in trained.splitlines():
        if line.startswith(("#", "@cp", "@lambda-form-invoker")) or " source: " in line or _BY_CHANCE.match(line):
            continue
        names.add(re.sub(r" id: \d+$", "", line))
    return sorted(names, key=lambda name: (name.startswith("@"), name))


def _java(root: Path, *arguments: str) -> None:
    """In namespaces of its own, and with no addresses by chance, of which an archive keeps some."""
    inside = (
        'mount --rbind /dev "$1/dev" && mount -t proc proc "$1/proc" && root=$1 && shift && '
        'exec setarch -R chroot "$root" /opt/java/bin/java "$@"'
    )
    for folder in ("dev", "proc"):
        (root / folder).mkdir(exist_ok=True)
    namespaces = ["--mount", "--pid", "--fork", "--kill-child"]
    if os.getuid() != 0:
        namespaces.append("--map-root-user")
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    run("unshare", *namespaces, "sh", "-euc", inside, "sh", root, *arguments, env=environment)
