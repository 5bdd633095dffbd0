/** What lies beside the trail, so that it can be checked when neither the practice nor its software answers. */
export function bundleReadme(trail: { practice: string; origin: string }): string {
  return `THE TRAIL OF ONE PRACTICE
practice ${trail.practice}
origin   ${trail.origin}

What lies here
  events.jsonl      one entry a line, in the order written: {"leaf":"...","body":{...}}
  checkpoints.txt   signed statements of how long the trail was and what its root was, with the lines of the
                    witnesses that confirmed them
  keys.json         the public keys that sign such statements, and from when until when
  certificates.pem  the certificates under which documents were sealed
  verify.html       a page that checks a sealed document in a browser, with the network switched off

What holds if nothing was changed
  1. The leaf of an entry is SHA-256 over one zero byte and the body, exactly as it stands in the line.
  2. The body's "seq" counts from 0 without a gap, and its "prev" is the leaf of the line before
     (64 zeros in the first line).
  3. At each size a checkpoint names, the RFC 6962 Merkle root over the leaves is the checkpoint's root.
  4. The checkpoint carries an Ed25519 signature by the key that the last "checkpoint-key.made" entry
     before it announces.
  5. Each "checkpoint.signed" entry has its checkpoint in checkpoints.txt.

Compare the key, or any one root or leaf, with something that came to you another way: every sealed
document states its position in the trail and its leaf. Keys that came only with these files prove that
the files agree with each other, and no more.

No names, addresses or texts stand in the entries. "details" is HMAC-SHA256 over them with a secret salt;
both may have been erased lawfully, and the trail still holds.

Checking 1 to 3 with Python 3 alone (save as check.py here, then: python3 check.py)
-----8<-----
import base64, hashlib, json

def parent(left, right):
    return hashlib.sha256(b"\\1" + left + right).digest()

def root(subtrees):
    if not subtrees:
        return hashlib.sha256(b"").digest()
    node = subtrees[-1][1]
    for _, left in reversed(subtrees[:-1]):
        node = parent(left, node)
    return node

lines = open("checkpoints.txt", encoding="utf-8").read().split("\\n")
signed = {}
for i, line in enumerate(lines):
    if line.startswith("\\u2014 ") and lines[i - 1] == "":
        signed[int(lines[i - 3])] = base64.b64decode(lines[i - 2])

prev, subtrees, size, told = "0" * 64, [], 0, False
last = max(signed, default=0)
for size, line in enumerate(open("events.jsonl", "rb"), 1):
    leaf, body = line[9:73].decode(), line[82:].rstrip(b"\\n")[:-1]
    assert hashlib.sha256(b"\\0" + body).hexdigest() == leaf, f"entry {size - 1} was changed"
    entry = json.loads(body)
    assert entry["seq"] == size - 1 and entry["prev"] == prev, f"entry {size - 1} is out of place"
    if size == last + 1:
        told = entry["name"] == "checkpoint.signed" and entry["size"] == last
    prev = leaf
    height, node = 0, bytes.fromhex(leaf)
    while subtrees and subtrees[-1][0] == height:
        height, node = height + 1, parent(subtrees.pop()[1], node)
    subtrees.append((height, node))
    assert signed.pop(size, None) in (None, root(subtrees)), f"not what was signed at {size} entries"
assert not signed, "the end is missing"
first = last + told
assert first == size, f"entries {first} to {size - 1} are signed by no checkpoint: anybody could have written them"
print(size, "entries agree with each other, root", base64.b64encode(root(subtrees)).decode())
----->8-----

Checking 4 for the first checkpoint with OpenSSL 3
  python3 -c 'import json; print(json.load(open("keys.json"))["keys"][0]["pem"])' > key.pem
  head -n 3 checkpoints.txt > statement
  sed -n 5p checkpoints.txt | cut -d " " -f 3 | base64 -d | tail -c 64 > signature
  openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in statement -sigfile signature
Any program that reads C2SP signed notes and tlog checkpoints does the same with "verifierKey" of keys.json.

A line that begins with a dash and another name is a witness's (C2SP tlog-cosignature): as of its time it knew no
longer history than this. Get the keys of witnesses from the witnesses, and let a program that reads cosignatures
count them.
`;
}
