"""The bill of materials, CycloneDX 1.6: what Maven says of the jar, and beside it the JDK and Debian's packages."""

import json
import uuid
from pathlib import Path

import debian
import runtime
from failure import BuildFailure
from layout import NAME, Release
from machine import Platform


def write(of_the_jar: Path, jdk: Path, platform: Platform, release: Release) -> bytes:
    if not of_the_jar.is_file():
        raise BuildFailure(f"{of_the_jar}: no such file (expected: what `mvn package` writes beside the jar)")
    known = json.loads(of_the_jar.read_text())
    tidegate = known["metadata"]["component"]
    ours = [_without_hashes(part) for part in known["components"] if part.get("group") == tidegate["group"]]
    others = [part for part in known["components"] if part.get("group") != tidegate["group"]]
    components = [tidegate, *ours, *others, _java(jdk), *map(_debian, debian.packages(platform))]
    image = {
        "type": "container",
        "bom-ref": "image",
        "name": NAME,
        "version": release.version,
        "purl": f"pkg:oci/tidegate@{release.version}?repository_url={NAME}&arch={platform.debian}",
    }
    parts = [tidegate["bom-ref"], *(part["bom-ref"] for part in components[1 + len(known["components"]) :])]
    whole = {
        "bomFormat": "CycloneDX",
        "specVersion": known["specVersion"],
        # Of what is built, not of chance.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{NAME}@{release.revision}#{platform.oci}')}",
        "version": 1,
        "metadata": {"timestamp": release.created(), "component": image},
        "components": components,
        "dependencies": [{"ref": "image", "dependsOn": parts}, *known["dependencies"]],
    }
    return json.dumps(whole, indent=2, sort_keys=True).encode()


def _without_hashes(part: dict) -> dict:
    """Of a module of our own: its jar is not in the image, only its classes, and is not the same each time."""
    return {key: value for key, value in part.items() if key != "hashes"}


def _java(jdk: Path) -> dict:
    version = runtime.version(jdk)
    return {
        "type": "platform",
        "bom-ref": "java",
        "name": "openjdk",
        "version": version,
        "publisher": runtime.vendor(jdk),
        "cpe": f"cpe:2.3:a:oracle:openjdk:{version.split('+')[0]}:*:*:*:*:*:*:*",
        "licenses": [{"expression": "GPL-2.0-only WITH Classpath-exception-2.0"}],
    }


def _debian(package: debian.Package) -> dict:
    return {
        "type": "library",
        "bom-ref": package.purl(),
        "name": package.name,
        "version": package.version,
        "purl": package.purl(),
        "hashes": [{"alg": "SHA-256", "content": package.sha256}],
    }
