"""An OCI image layout (image-spec 1.1, image-layout.md): blobs by digest, and an index that names the image.

The bill of materials is a manifest of its own whose `subject` is the image, so that registries list it as a referrer.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from layer import Layer, digest
from machine import Platform

_MANIFEST = "application/vnd.oci.image.manifest.v1+json"
_INDEX = "application/vnd.oci.image.index.v1+json"
_CONFIG = "application/vnd.oci.image.config.v1+json"
_LAYER = "application/vnd.oci.image.layer.v1.tar+gzip"
_EMPTY = "application/vnd.oci.empty.v1+json"
_BOM = "application/vnd.cyclonedx+json"
_CREATED = "org.opencontainers.image.created"

NAME = "ghcr.io/tidegate/tidegate"
_HOME = "https://github.com/tidegate/tidegate"


@dataclass(frozen=True)
class Release:
    version: str
    revision: str
    time: int  # of the commit, in seconds

    def created(self) -> str:
        return datetime.fromtimestamp(self.time, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def annotations(self) -> dict[str, str]:
        told = {
            "title": "Tidegate",
            "description": "A Kubernetes Ingress controller with TLS termination",
            "version": self.version,
            "revision": self.revision,
            "created": self.created(),
            "source": _HOME,
            "documentation": f"{_HOME}/blob/main/docs/image.md",
        }
        return {f"org.opencontainers.image.{name}": value for name, value in told.items()}


class Layout:
    def __init__(self, folder: Path):
        self._folder = folder
        (folder / "blobs/sha256").mkdir(parents=True)

    def write(self, platform: Platform, release: Release, layers: list[Layer], bom: bytes) -> str:
        """Gives the digest of the image's manifest, which is what one pins."""
        image = self._image(platform, release, layers)
        materials = self._materials(release, image, bom)
        index = {
            "schemaVersion": 2,
            "mediaType": _INDEX,
            "manifests": [
                image
                | {
                    "platform": _platform(platform),
                    "annotations": {
                        "org.opencontainers.image.ref.name": release.version,
                        "io.containerd.image.name": f"{NAME}:{release.version}",
                    },
                },
                materials,
            ],
            "annotations": release.annotations(),
        }
        (self._folder / "index.json").write_bytes(_json(index))
        (self._folder / "oci-layout").write_bytes(_json({"imageLayoutVersion": "1.0.0"}))
        return image["digest"]

    def _image(self, platform: Platform, release: Release, layers: list[Layer]) -> dict:
        config = _config(platform, release, layers)
        return self._put_json(
            _MANIFEST,
            {
                "schemaVersion": 2,
                "mediaType": _MANIFEST,
                "config": self._put_json(_CONFIG, config),
                "layers": [self._put(_LAYER, layer.blob) for layer in layers],
                "annotations": release.annotations(),
            },
        )

    def _materials(self, release: Release, image: dict, bom: bytes) -> dict:
        manifest = {
            "schemaVersion": 2,
            "mediaType": _MANIFEST,
            "artifactType": _BOM,
            "config": self._put_json(_EMPTY, {}),
            "layers": [self._put(_BOM, bom)],
            "subject": image,
            "annotations": {_CREATED: release.created()},
        }
        return self._put_json(_MANIFEST, manifest) | {"artifactType": _BOM}

    def _put_json(self, media_type: str, value: dict) -> dict:
        return self._put(media_type, _json(value))

    def _put(self, media_type: str, blob: bytes) -> dict:
        name = digest(blob)
        (self._folder / "blobs" / name.replace(":", "/")).write_bytes(blob)
        return {"mediaType": media_type, "digest": name, "size": len(blob)}


def _config(platform: Platform, release: Release, layers: list[Layer]) -> dict:
    return {
        "created": release.created(),
        **_platform(platform),
        "config": {
            "User": "65532:65532",
            "ExposedPorts": {f"{port}/tcp": {} for port in (8080, 8443, 9443, 10254)},
            "Env": ["PATH=/opt/java/bin", "LANG=C.UTF-8"],
            "Entrypoint": ["/opt/java/bin/java", "-jar", "/opt/tidegate/tidegate.jar"],
            "Cmd": ["run"],
            "WorkingDir": "/",
            "StopSignal": "SIGTERM",
            "Labels": release.annotations(),
        },
        "rootfs": {"type": "layers", "diff_ids": [layer.diff_id for layer in layers]},
        "history": [{"created": release.created(), "created_by": layer.why} for layer in layers],
    }


def _platform(platform: Platform) -> dict[str, str]:
    return dict(zip(("os", "architecture"), platform.oci.split("/"), strict=True))


def _json(value: dict) -> bytes:
    return json.dumps(value, indent=2, sort_keys=True).encode()
