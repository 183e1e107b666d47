"""The certificate that every proxy serves: ECDSA on P-256, signed by itself, made for this run."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

HOST = "bench.example"


@dataclass(frozen=True)
class Certificate:
    chain: Path
    key: Path
    combined: Path  # chain and key in one file, as HAProxy wants it

    @staticmethod
    def create(directory: Path) -> "Certificate":
        made = Certificate(directory / "tls.crt", directory / "tls.key", directory / "tls.pem")
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        command += ["-days", "2", "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
        command += ["-keyout", str(made.key), "-out", str(made.chain)]
        subprocess.run(command, check=True, capture_output=True)
        made.combined.write_text(made.chain.read_text() + made.key.read_text())
        return made
