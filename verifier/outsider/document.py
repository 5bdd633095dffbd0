"""One sealed file: unchanged, whose, when, and whether its pages, its record and its text agree."""

import datetime
import hashlib
import json
import re
import unicodedata
from collections import namedtuple

import certificate as certificates
import openssl
import pages
import pdf
import seal as seals
from finding import demand

ROOM_WITHOUT_STAMP = 4096

Document = namedtuple("Document", "sha256 record time practice certificate")


def check(data, trusted):
    """`trusted`: the certificates that reached the reader another way; the practice's own, and authorities."""
    shape = pdf.read_shape(data)
    seal = seals.read_seal(data, shape)
    whole = read_json(shape.record)
    record = whole["record"]
    time = time_of(seal, shape, whole.get("sealing", {}).get("timeStamp"), trusted)
    demand_practice(seal, record, trusted, shape.claimed)
    demand(record["schema"] == "candor/record/1", "record.json is of another kind")
    if "versionId" in record["disclosure"]:
        demand(fingerprint_of(record) == record["disclosure"]["textSha256"], "the text is not the one of its fingerprint")
    pages.compare(shape, record)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(sha256, record, time, record["practice"]["id"], certificates.fingerprint(seal.leaf))


def read_json(data):
    def once(pairs):
        demand(len(dict(pairs)) == len(pairs), "record.json says something twice")
        return dict(pairs)

    return json.loads(data.decode("utf-8"), object_pairs_hook=once)


def time_of(seal, shape, said, trusted):
    """Trusted only where the record said beforehand that a stamp comes, and the practice signed the one that came."""
    if said is None:
        lost = seal.token or shape.end - shape.start > 2 * ROOM_WITHOUT_STAMP + 2
        demand(not lost, "sealed before the record told of a stamp: nobody can say that it is the one it was given")
        return "claimed"
    demand(said in ("asked", "not-asked", "failed"), "record.json says of the stamp what no copy says")
    demand((said == "asked") == (seal.token is not None), "the stamp is missing, or was added")
    if seal.token is None:
        return "claimed"
    demand(seal.kept, "the practice did not sign this stamp")
    others = [one for one in trusted if one.is_authority and one.public_key != seal.authority.public_key]
    digest = hashlib.sha256(seal.signature).digest()
    return "trusted" if others and openssl.is_timestamp(seal.token, digest, others) else "claimed"


def demand_practice(seal, record, trusted, claimed):
    known = {one.bytes for one in trusted}
    demand(seal.authority.bytes in known, "sealed under an authority that you do not know")
    own = [one for one in trusted if not one.is_authority and one.uris]
    demand(not own or seal.leaf.bytes in {one.bytes for one in own}, "sealed with a certificate that the practice did not publish")
    demand(f"urn:uuid:{record['practice']['id']}" in seal.leaf.uris, "sealed by another practice than its record names")
    at = datetime.datetime.strptime(claimed, "D:%Y%m%d%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
    demand(seal.leaf.not_before <= at <= seal.leaf.not_after, "the certificate did not hold then")


def fingerprint_of(record):
    disclosure = record["disclosure"]
    short = "\n".join(f"> {line}".rstrip() for line in text(disclosure["inShort"]).split("\n"))
    uses = [use(number, one) for number, one in enumerate(record["items"], 1)]
    parts = ["# " + line(disclosure["title"]), short, text(disclosure["body"]), *uses, f"[{len(uses)}]"]
    return hashlib.sha256(text("\n\n".join(parts) + "\n").encode() + b"\n").hexdigest()


def use(number, item):
    named = {"what for": "whatFor", "who sees": "whoSees", "where": "where", "until": "until", "copy": "copy"}
    head = f"{number}. {line(item['label'])} [{'required' if item['required'] else 'optional'}]"
    return "\n".join([head, *(f"   - {name}: {line(item[key])}" for name, key in named.items())])


def line(written):
    return re.sub(r"\s+", " ", written.strip())


def text(written):
    return unicodedata.normalize("NFC", re.sub(r"\r\n?", "\n", written)).lstrip("\n").rstrip()
