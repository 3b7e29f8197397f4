"""Content-hashed ids: the same input gets the same id on every machine and every engine."""

import hashlib
from base64 import b32encode
from typing import Literal

Kind = Literal["art", "out", "ori", "sto", "ent", "evt", "clm", "rel", "edg", "jdg", "sup", "cmp"]

_SEPARATOR = "\x1f"  # the ASCII unit separator: cannot be typed into a name, a URL or a domain by accident


def content_id(kind: Kind, *key: str) -> str:
    """Id of the thing that `key` determines, e.g. `ent_4kq3…`: the kind and 80 bits of BLAKE2b in base 32.

    80 bits keep the chance of one collision among 100 million things below one in 100 million.
    """
    digest = hashlib.blake2b(_SEPARATOR.join(key).encode(), digest_size=10, person=kind.encode()).digest()
    return f"{kind}_{b32encode(digest).decode().lower()}"
