"""The arithmetic of signatures, by a program that others wrote."""

import base64
import os
import subprocess
import tempfile


def run(*arguments):
    return subprocess.run(["openssl", *arguments], capture_output=True).returncode == 0


def in_files(call, **contents):
    """Calls with the path of a file for each content."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name, data in contents.items():
            paths[name] = os.path.join(folder, name)
            with open(paths[name], "wb") as file:
                file.write(data)
        return call(**paths)


def pem(kind, data):
    lines = base64.encodebytes(data).decode()
    return f"-----BEGIN {kind}-----\n{lines}-----END {kind}-----\n".encode()


def is_signature(public_key, signature, signed):
    """ECDSA with SHA-256."""
    return in_files(
        lambda key, sig, data: run("dgst", "-sha256", "-verify", key, "-signature", sig, data),
        key=pem("PUBLIC KEY", public_key),
        sig=signature,
        data=signed,
    )


def is_ed25519(public_key, signature, signed):
    header = bytes.fromhex("302a300506032b6570032100")
    return in_files(
        lambda key, sig, data: run("pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-in", data, "-sigfile", sig),
        key=pem("PUBLIC KEY", header + public_key),
        sig=signature,
        data=signed,
    )


def is_timestamp(token, digest, authorities):
    """RFC 3161: over this digest, by a service that one of these authorities vouches for."""
    return in_files(
        lambda token, ca: run("ts", "-verify", "-digest", digest.hex(), "-in", token, "-token_in", "-CAfile", ca),
        token=token,
        ca=b"".join(pem("CERTIFICATE", one.bytes) for one in authorities),
    )
