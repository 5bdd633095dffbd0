"""Checks sealed copies and exported trails with Python 3.9 and OpenSSL 3 alone, after docs/verification.md.

python3 check.py [--certificates FILE] [--trail FOLDER] [--key FILE] [--noted FILE] [--against FOLDER]
                 [--witness FILE [--quorum N]] [FOLDER | COPY.pdf …]

Folders are trails, files are copies; each copy is looked for in the trail of --trail. One line of JSON for each.
"holds" is null for a trail that agrees with itself and that nothing from elsewhere vouches for. Exit code 1 if anything
does not hold.
"""

import argparse
import base64
import json
import os
import re
import sys

import certificate as certificates
import document as documents
from finding import Finding, demand
import witness as witnesses
from trail import Trail

MALFORMED = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError, OSError)


def main():
    options = arguments()
    trusted = given(options.certificates, certificates.read_all, [])
    key = given(options.key, read_key, None)
    noted = given(options.noted, read_noted, {})
    known = given(options.witness, witnesses.read_all, {})
    quorum = options.quorum or len(known)
    trails, holds = {}, True

    def say(path, check):
        nonlocal holds
        try:
            answer = {"file": path, "holds": True, **check()}
        except Finding as finding:
            answer = {"file": path, "holds": False, "finding": str(finding)}
        except MALFORMED as error:
            answer = {"file": path, "holds": False, "finding": f"not well formed: {error!r}"[:200]}
        print(json.dumps(answer, ensure_ascii=False))
        holds = holds and answer["holds"] is not False

    def check_trail(path):
        trails[path] = trail = Trail(path, noted)
        if key:
            trail.demand_key(key)
        if options.against:
            trail.demand_older(Trail(options.against))
        if known:
            trail.demand_witnesses(known, quorum)
        vouched = True if key or noted or options.against or known else None
        return {"holds": vouched, "entries": len(trail.leaves), "signed": trail.signed, "root": trail.roots[trail.signed]}

    def check_copy(path):
        with open(path, "rb") as file:
            copy = documents.check(file.read(), trusted)
        if options.trail:
            demand(options.trail in trails, "the trail does not hold, so it says nothing of this copy")
            trails[options.trail].demand_document(copy)
        return {"practice": copy.record["practice"]["name"], "meaning": copy.record["meaning"], "time": copy.time}

    for path in [*filter(None, [options.trail]), *options.paths]:
        say(path, lambda: check_trail(path) if os.path.isdir(path) else check_copy(path))
    sys.exit(0 if holds else 1)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--certificates", help="of the practice and its authority, as PEM, from elsewhere")
    parser.add_argument("--trail", help="the folder of an exported trail")
    parser.add_argument("--key", help="the key that signs the trail, as PEM, from elsewhere")
    parser.add_argument("--noted", help="a file with sizes and roots from elsewhere: a mail, a published checkpoint")
    parser.add_argument("--witness", help="a file with verifier keys of witnesses, from the witnesses")
    parser.add_argument("--quorum", type=int, help="how many of them have to confirm; without it, all")
    parser.add_argument("--against", help="the folder of an older export")
    parser.add_argument("paths", nargs="*", metavar="FOLDER | COPY.pdf")
    return parser.parse_args()


def given(path, read, otherwise):
    """What reached the reader another way; a file that holds nothing of it is said, and nothing is checked."""
    if not path:
        return otherwise
    try:
        with open(path, encoding="utf-8") as file:
            found = read(file.read())
    except (Finding, *MALFORMED):
        found = None
    if not found:
        sys.exit(f"{path} cannot be read, or holds nothing of the kind")
    return found


def read_noted(written):
    """As it stands, and as a mail that broke the line and wrote = as =3D (RFC 2045) means it."""
    decoded = re.sub(r"=\r?\n", "", written).replace("=3D", "=")
    found = re.findall(r"(?<![\d.])(\d+)\D{0,60}?\s([A-Za-z0-9+/]{43}=)", written + "\n" + decoded)
    return {int(size): base64.b64decode(root).hex() for size, root in found}


def read_key(written):
    pem = re.search(r"-----BEGIN PUBLIC KEY-----([^-]+)-----END", written)
    return base64.b64decode(pem[1])[-32:]


main()
