"""An exported trail: every entry, every signed root, and what reached the reader another way."""

import base64
import hashlib
import json
import os
import re

import openssl
import witness as witnesses
from finding import demand

EMPTY = "0" * 64
LINE = re.compile(rb'\{"leaf":"([0-9a-f]{64})","body":(\{.*\})\}')
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


class Trail:
    def __init__(self, folder, noted=()):
        """`noted`: sizes and roots that reached the reader another way, such as those in mails."""
        self.noted = dict(noted)
        listed = json.loads(read(folder, "keys.json"))
        self.practice, self.origin = listed["practice"], listed["origin"]
        self.keys = [key_of(one, self.origin) for one in listed["keys"]]
        self.waiting = sorted(notes_in(read(folder, "checkpoints.txt").decode(), self.origin))
        self.leaves, self.sealings, self.tree, self.met = [], {}, [], []
        self.roots, self.announced, self.signed, self.told = {}, [], 0, -1
        self.at = ""
        self.read(read(folder, "events.jsonl"))

    def read(self, lines):
        demand(lines.endswith(b"\n") and b"\r" not in lines, "events.jsonl does not end its lines as ours do")
        for line in lines[:-1].split(b"\n"):
            self.append(line)
        self.meet(len(self.leaves))
        demand(not self.waiting, "the end is missing: more entries were signed")
        demand(not self.noted, "the end is missing: you noted more entries")
        strange = {key.hex() for key in self.keys} - {key.hex() for key in self.announced}
        demand(not strange, "keys.json holds a key that no entry announces")
        demand(self.signed > 0, "no checkpoint: nothing is signed")
        last = self.signed + (self.told == self.signed)
        demand(last == len(self.leaves), f"entries from {last} on are signed by no checkpoint: anybody could have written them")

    def append(self, line):
        seq = len(self.leaves)
        written = LINE.fullmatch(line)
        demand(written, f"entry {seq} is not written as ours are")
        leaf, text = written[1].decode(), written[2]
        demand(hashlib.sha256(b"\0" + text).hexdigest() == leaf, f"entry {seq} was changed")
        entry = json.loads(text)
        demand(canonical(entry) == text, f"entry {seq} is not in canonical form")
        demand(entry["prev"] == (self.leaves[-1] if seq else EMPTY), f"entry {seq} does not follow the one before")
        self.meet(seq)
        demand(entry["practice"] == self.practice, f"entry {seq} is of another practice")
        demand((entry["seq"], entry["v"]) == (seq, 1), f"entry {seq} stands in another place")
        demand(TIME.fullmatch(entry["at"]) and entry["at"] >= self.at, f"entry {seq} is earlier than the one before")
        self.note(seq, entry)
        self.leaves.append(leaf)
        self.at = entry["at"]
        self.grow(bytes.fromhex(leaf))

    def note(self, seq, entry):
        if entry["name"] == "checkpoint-key.made":
            key = bytes.fromhex(entry["publicKey"])
            demand(key in self.keys, f"entry {seq} announces a key that keys.json lacks")
            self.announced.append(key)
        if entry["name"] == "checkpoint.signed":
            demand(self.roots.get(entry["size"]) == entry["root"], f"entry {seq} names a checkpoint that is not there")
            self.told = entry["size"] if entry["size"] == seq else self.told
        if entry["name"] == "document.sealed":
            self.sealings.setdefault(entry["documentId"], entry["sha256"])

    def meet(self, size):
        """A checkpoint counts under the key that the trail announced last before it, and no other."""
        while self.waiting and self.waiting[0][0] <= size:
            covered, root, statement, lines = self.waiting.pop(0)
            demand(covered == size and root == self.root(), f"not the history that was signed at {covered} entries")
            key = self.announced[-1] if self.announced else None
            demand(key, f"the checkpoint at {covered} entries comes before any key")
            number = key_id(self.origin, key)
            named = [one for name, one in lines if name == self.origin and one[:4] == number]
            demand(named, f"the checkpoint at {covered} entries is signed by another key")
            demand(
                all(openssl.is_ed25519(key, one[4:], statement) for one in named),
                f"the signature of the checkpoint at {covered} entries does not hold",
            )
            self.roots[covered], self.signed = root, covered
            self.met.append((covered, statement, lines))

    def grow(self, node):
        height = 0
        while self.tree and self.tree[-1][0] == height:
            height, node = height + 1, parent(self.tree.pop()[1], node)
        self.tree.append((height, node))
        root = self.noted.pop(len(self.leaves), None)
        demand(root in (None, self.root()), f"not the first {len(self.leaves)} entries that you noted")

    def root(self):
        if not self.tree:
            return hashlib.sha256(b"").hexdigest()
        node = self.tree[-1][1]
        for _, left in reversed(self.tree[:-1]):
            node = parent(left, node)
        return node.hex()

    def demand_document(self, document):
        """The entry a copy names, and the one that tells of its sealing with the copy's own SHA-256."""
        record = document.record
        named, number = record["trail"], record["documentId"]
        demand(document.practice == self.practice and named["origin"] == self.origin, "the copy is of another trail")
        demand(named["sequence"] < len(self.leaves), "the trail ends before the entry that the copy names")
        demand(self.leaves[named["sequence"]] == named["leaf"], "the trail has another entry where the copy names one")
        demand(number in self.sealings, "the trail tells nothing of this copy")
        demand(self.sealings[number] == document.sha256, "the trail tells of another file under this number")

    def demand_key(self, key):
        demand(self.announced[-1] == key, "the last checkpoint is signed by another key than yours")

    def demand_witnesses(self, known, quorum):
        """The last checkpoint that so many of them confirmed is the last one there is."""
        for covered, statement, lines in reversed(self.met):
            if len(witnesses.confirming(known, statement, lines)) >= quorum:
                demand(covered == self.signed, f"entries from {covered} on are confirmed by too few of the witnesses")
                return
        demand(False, "no checkpoint is confirmed by so many of the witnesses")

    def demand_older(self, older):
        demand(older.practice == self.practice, "the older export is of another practice")
        demand(self.leaves[: len(older.leaves)] == older.leaves, "there are two histories")


def read(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def key_of(listed, origin):
    """Each key is given in four forms; they have to be the same."""
    key = bytes.fromhex(listed["publicKey"])
    spki = bytes.fromhex("302a300506032b6570032100") + key
    forms = {
        "keyId": key_id(origin, key).hex(),
        "verifierKey": f"{origin}+{key_id(origin, key).hex()}+{base64.b64encode(bytes([1]) + key).decode()}",
        "pem": openssl.pem("PUBLIC KEY", spki).decode(),
    }
    demand(all(listed[form] == text for form, text in forms.items()), "keys.json gives a key in forms that differ")
    return key


def key_id(origin, key):
    return hashlib.sha256(origin.encode() + b"\n\x01" + key).digest()[:4]


def notes_in(text, origin):
    """Signed notes: three lines, an empty one, and lines of signatures."""
    for note in re.split(r"(?<=\n)\n(?!— )", text) if text else []:
        statement, _, lines = note.rpartition("\n\n")
        parts = statement.split("\n")
        demand(len(parts) == 3 and parts[0] == origin, "a checkpoint is of another trail, or none")
        demand(re.fullmatch(r"0|[1-9]\d*", parts[1]), "a checkpoint does not say its size")
        root = base64.b64decode(parts[2], validate=True)
        demand(len(root) == 32 and base64.b64encode(root).decode() == parts[2], "a checkpoint has no root")
        demand(lines.endswith("\n"), "a checkpoint is cut off")
        yield int(parts[1]), root.hex(), (statement + "\n").encode(), [signature_in(line) for line in lines[:-1].split("\n")]


def signature_in(line):
    dash, name, encoded = line.split(" ")
    demand(dash == "—", "a checkpoint is not signed as ours are")
    signature = base64.b64decode(encoded, validate=True)
    demand(base64.b64encode(signature).decode() == encoded, "a checkpoint is not signed as ours are")
    return name, signature


def canonical(entry):
    """RFC 8785, for what entries hold: strings, whole numbers, booleans, lists and objects."""
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def parent(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()
