import { generateKeyPairSync } from "node:crypto";
import { rmSync } from "node:fs";
import { verifyBundle, writeBundle } from "./bundle";
import { checkpointKeyId, rawPublicKey, signCheckpoint } from "./checkpoint";
import { eventBody, firstPrev, type StoredEvent, storedEvent } from "./event-body";
import { appendLeaf, emptyFrontier, merkleRoot } from "./merkle";
import { verifyTrail } from "./verify-trail";

const N = Number(process.argv[2] ?? 200000);
const practice = "0193a5c1-0000-7000-8000-000000000001";
const origin = "candor.example/audit/" + practice;
const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const rows: StoredEvent[] = [];
const cps = [];
let prev = firstPrev;
let t = Date.parse("2026-11-20T17:04:31.120Z");
const f = emptyFrontier();
for (let seq = 0; seq < N; seq++) {
  const event: any =
    seq === 0
      ? {
          name: "checkpoint-key.made",
          keyId: checkpointKeyId(origin, publicKey),
          publicKey: rawPublicKey(publicKey).toString("hex"),
        }
      : seq % 3
        ? { name: "patient.viewed", patient: "0193a5c1-0000-7000-8000-0000000000bb", reason: "treating" }
        : {
            name: "document.opened",
            patient: "0193a5c1-0000-7000-8000-0000000000bb",
            documentId: "0193a5c1-0000-7000-8000-0000000000bb",
          };
  const e = storedEvent(
    eventBody({
      practice,
      seq,
      at: new Date((t += 37)),
      actor: { kind: "staff", id: "0193a5c1-0000-7000-8000-0000000000aa" },
      route: "portal",
      event,
      prev,
    }),
  );
  prev = e.leaf;
  rows.push(e);
  appendLeaf(f, e.leaf);
  if (f.size % 1000 === 0)
    cps.push({
      size: f.size,
      note: signCheckpoint({ origin, size: f.size, root: merkleRoot(f), key: privateKey }),
    });
}
const read = rows.map((r) => ({ ...r, body: Buffer.from(r.body).toString() }));
const bytes = rows.reduce((n, r) => n + r.body.length, 0) / N;
console.log("bytes/body", bytes);
for (let i = 0; i < 3; i++) {
  const s = performance.now();
  const c = process.cpuUsage();
  const v = await verifyTrail(read, cps, [publicKey], { practice, origin });
  const d = performance.now() - s;
  console.log("array", v.ok, Math.round((N / d) * 1000));
}
async function* stream() {
  for (const r of read) yield r;
}
for (let i = 0; i < 2; i++) {
  const s = performance.now();
  const v = await verifyTrail(stream(), cps, [publicKey], { practice, origin });
  const d = performance.now() - s;
  console.log("async", v.ok, Math.round((N / d) * 1000));
}
const dir = "/tmp/trail/bundle";
rmSync(dir, { recursive: true, force: true });
const s = performance.now();
await writeBundle(dir, {
  practice,
  origin,
  events: rows,
  checkpoints: cps,
  keys: [{ publicKey, from: new Date(), until: null }],
  certificates: "",
  verifyPage: "<!doctype html>",
});
console.log("write", Math.round((N / (performance.now() - s)) * 1000));
for (let i = 0; i < 2; i++) {
  const s = performance.now();
  const v = await verifyBundle(dir, { keys: [publicKey] });
  const d = performance.now() - s;
  console.log("bundle", v, Math.round((N / d) * 1000));
}
