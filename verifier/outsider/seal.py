"""The seal: there is one way to write it, so it is written again and compared."""

import hashlib
import re
from collections import namedtuple

import certificate as certificates
import der
import openssl
from finding import demand

Seal = namedtuple("Seal", "leaf authority signature token kept")

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
SHA256 = der.write(der.SEQUENCE, der.oid("2.16.840.1.101.3.4.2.1"))
ECDSA = der.write(der.SEQUENCE, der.oid("1.2.840.10045.4.3.2"))
DATA, SIGNED_DATA = der.oid("1.2.840.113549.1.7.1"), der.oid("1.2.840.113549.1.7.2")
CONTENT_TYPE, DIGEST = der.oid("1.2.840.113549.1.9.3"), der.oid("1.2.840.113549.1.9.4")
CERTIFICATE = der.oid("1.2.840.113549.1.9.16.2.47")
TOKEN, KEPT = der.oid("1.2.840.113549.1.9.16.2.14"), der.oid("2.25.318660759741888237809999153313973316809")
LARGEST = 32 * 1024


def read_seal(data, shape):
    """Demands that the seal holds for everything outside its slot, and has its one accepted form."""
    written = data[shape.start + 1 : shape.end - 1]
    demand(re.fullmatch(rb"[0-9a-f]{2,%d}" % (2 * LARGEST), written), "the seal is not written as ours are")
    filled = bytes.fromhex(written.decode())
    found = der.first(filled).bytes
    demand(not filled[len(found) :].strip(b"\0"), "something stands behind the seal")

    digest = hashlib.sha256(data[: shape.start] + data[shape.end :]).digest()
    carried, signer = parts_of(found)
    leaf, authority = chain_of(carried, signer)
    signature = signer[5].content
    extra = signer[6:]
    demand(len(extra) <= 1, "the seal has more than ours have")
    token, kept = stamp_in(extra[0]) if extra else (None, None)

    attributes = attributes_of(digest, leaf)
    demand(write(leaf, authority, attributes, signature, extra) == found, "the file is not the one that was sealed")
    for one in (signature, leaf.signature, authority.signature, *([kept] if kept else [])):
        demand(is_low(one), "the seal is not written as ours are")
    signed = der.set_of(*attributes)
    demand(openssl.is_signature(leaf.public_key, signature, signed), "the signature does not hold")
    if kept:
        demand(openssl.is_signature(leaf.public_key, kept, token), "the stamp is not the one that was kept")
    return Seal(leaf, authority, signature, token, kept)


def parts_of(found):
    signed_data = der.child(der.child(der.whole(found), der.SEQUENCE, 1), 0xA0, 0)
    parts = der.children(signed_data, der.SEQUENCE)
    demand(len(parts) == 5, "the seal is not written as ours are")
    carried = [certificates.read(one.bytes) for one in der.children(parts[3], 0xA0)]
    signer = der.children(der.child(parts[4], der.SET, 0), der.SEQUENCE)
    demand(len(signer) >= 6 and len(carried) == 2, "the seal is not written as ours are")
    return carried, signer


def chain_of(carried, signer):
    serial = der.child(signer[1], der.SEQUENCE, 1).bytes
    leaf = next((one for one in carried if one.serial == serial), None)
    demand(leaf, "the seal has no certificate")
    authority = next(one for one in carried if one is not leaf)
    demand(certificates.is_issued_by(leaf, authority), "the certificate is of another authority")
    demand(certificates.is_issued_by(authority, authority), "the authority does not vouch for itself")
    return leaf, authority


def attributes_of(digest, leaf):
    named = der.write(der.OCTETS, hashlib.sha256(leaf.bytes).digest())
    return [
        attribute(CONTENT_TYPE, DATA),
        attribute(DIGEST, der.write(der.OCTETS, digest)),
        attribute(CERTIFICATE, der.write(der.SEQUENCE, der.write(der.SEQUENCE, der.write(der.SEQUENCE, named)))),
    ]


def attribute(name, value):
    return der.write(der.SEQUENCE, name, der.write(der.SET, value))


def write(leaf, authority, attributes, signature, extra):
    version = der.integer(1)
    signer = der.write(
        der.SEQUENCE,
        version,
        der.write(der.SEQUENCE, leaf.issuer, leaf.serial),
        SHA256,
        der.write(0xA0, *sorted(attributes)),
        ECDSA,
        der.write(der.OCTETS, signature),
        *(der.write(0xA1, *sorted(stamp_attributes(*stamp_in(one)))) for one in extra),
    )
    signed_data = der.write(
        der.SEQUENCE,
        version,
        der.write(der.SET, SHA256),
        der.write(der.SEQUENCE, DATA),
        der.write(0xA0, *sorted([leaf.bytes, authority.bytes])),
        der.write(der.SET, signer),
    )
    return der.write(der.SEQUENCE, SIGNED_DATA, der.write(0xA0, signed_data))


def stamp_in(attributes):
    values = {}
    for one in der.children(attributes, 0xA1):
        name, listed = der.children(one, der.SEQUENCE)
        values[name.bytes] = der.child(listed, der.SET, 0)
    demand(TOKEN in values and values.keys() <= {TOKEN, KEPT}, "the seal has more than ours have")
    return values[TOKEN].bytes, values[KEPT].content if KEPT in values else None


def stamp_attributes(token, kept):
    return [attribute(TOKEN, token)] + ([attribute(KEPT, der.write(der.OCTETS, kept))] if kept else [])


def is_low(signature):
    """Of the two forms that every ECDSA signature has, the one with the smaller number."""
    r, s = (int.from_bytes(one.content, "big") for one in der.children(der.whole(signature), der.SEQUENCE))
    return s <= ORDER // 2 and der.write(der.SEQUENCE, der.integer(r), der.integer(s)) == signature
