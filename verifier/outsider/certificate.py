"""Certificates, as far as it has to be known whose a seal is; what openssl can judge, openssl judges."""

import base64
import datetime
import hashlib
import re
from collections import namedtuple

import der
import openssl
from finding import demand

Certificate = namedtuple("Certificate", "bytes serial issuer subject not_before not_after public_key signature is_authority uris")

BASIC_CONSTRAINTS, ALTERNATIVE_NAME = der.oid("2.5.29.19"), der.oid("2.5.29.17")


def read_all(pem):
    blocks = re.findall(r"-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----", pem)
    return [read(base64.b64decode(block)) for block in blocks]


def read(data):
    parts = der.children(der.whole(data), der.SEQUENCE)
    demand(len(parts) == 3, "a certificate is not well formed")
    fields = der.children(parts[0], der.SEQUENCE)
    demand(len(fields) == 8 and fields[0].tag == 0xA0, "a certificate is not well formed")
    extensions = {}
    for one in der.children(der.child(fields[7], 0xA3, 0), der.SEQUENCE):
        name, *_, value = der.children(one, der.SEQUENCE)
        extensions[name.bytes] = value.content
    constraints = der.children(der.whole(extensions.get(BASIC_CONSTRAINTS, b"\x30\x00")), der.SEQUENCE)
    names = der.children(der.whole(extensions.get(ALTERNATIVE_NAME, b"\x30\x00")), der.SEQUENCE)
    begins, ends = der.children(fields[4], der.SEQUENCE)
    return Certificate(
        bytes=data,
        serial=fields[1].bytes,
        issuer=fields[3].bytes,
        subject=fields[5].bytes,
        not_before=time_of(begins),
        not_after=time_of(ends),
        public_key=fields[6].bytes,
        signature=parts[2].content[1:],
        is_authority=bool(constraints) and constraints[0].bytes == b"\x01\x01\xff",
        uris=[one.content.decode() for one in names if one.tag == 0x86],
    )


def time_of(node):
    written = node.content.decode()
    century = "" if len(written) == 15 else "20" if written < "50" else "19"
    return datetime.datetime.strptime(century + written, "%Y%m%d%H%M%SZ").replace(tzinfo=datetime.timezone.utc)


def fingerprint(certificate):
    return hashlib.sha256(certificate.bytes).hexdigest()


def is_issued_by(certificate, issuer):
    if not issuer.is_authority or certificate.issuer != issuer.subject:
        return False
    signed = der.children(der.whole(certificate.bytes), der.SEQUENCE)[0].bytes
    return openssl.is_signature(issuer.public_key, certificate.signature, signed)
