"""Witnesses (C2SP tlog-cosignature): whose keys reached the reader another way, and which checkpoints they confirmed."""

import base64
import hashlib
import re

import openssl

COSIGNING = b"\4"


def read_all(written):
    """Names by keys, from verifier keys: name+id+base64(0x04, key)."""
    found = {}
    for name, number, encoded in re.findall(r"(\S+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})(?![A-Za-z0-9+/=])", written):
        kind, key = (raw := base64.b64decode(encoded))[:1], raw[1:]
        if kind == COSIGNING and number_of(name, key).hex() == number:
            found[key] = name
    return found


def number_of(name, key):
    return hashlib.sha256(name.encode() + b"\n" + COSIGNING + key).digest()[:4]


def confirming(known, statement, lines):
    """The keys of the known witnesses with a line under this statement that holds."""
    return {
        key
        for key, name in known.items()
        for by, line in lines
        if by == name and line[:4] == number_of(name, key) and is_confirmation(key, line[4:], statement)
    }


def is_confirmation(key, signature, statement):
    seconds = int.from_bytes(signature[:8], "big")
    signed = b"cosignature/v1\ntime %d\n" % seconds + statement
    return len(signature) == 72 and openssl.is_ed25519(key, signature[8:], signed)
