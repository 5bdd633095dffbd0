import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { StoredCheckpoint } from "@/verifier/trail/check-signing";
import { formsOfKey, type TrailKey } from "@/verifier/trail/checkpoint";
import { beforeBody, beforeLeaf } from "@/verifier/trail/read-bundle";
import { bundleReadme } from "./bundle-readme";
import type { StoredEvent } from "./event-body";

export type BundleKey = { publicKey: TrailKey; from: Date; until: Date | null };

export type Bundle = {
  practice: string;
  origin: string;
  events: Iterable<StoredEvent> | AsyncIterable<StoredEvent>;
  checkpoints: readonly StoredCheckpoint[];
  keys: readonly BundleKey[];
  certificates: string;
  verifyPage: string;
};

/** Writes the trail as plain files that can be checked without us. The folder must not hold a bundle already. */
export async function writeBundle(folder: string, bundle: Bundle): Promise<void> {
  const { practice, origin, checkpoints, certificates, verifyPage } = bundle;
  const keys = bundle.keys.map(({ publicKey, from, until }) => ({
    ...formsOfKey(origin, publicKey),
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
  }));
  const files = {
    "events.jsonl": eventLines(bundle.events),
    "checkpoints.txt": checkpoints.map(({ note }) => note).join("\n"),
    "keys.json": `${JSON.stringify({ practice, origin, keys }, null, 2)}\n`,
    "certificates.pem": certificates,
    "README.txt": bundleReadme(bundle),
    "verify.html": verifyPage,
  };

  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content, { flag: "wx" });
  }
}

/** The body stands in the line exactly as it was hashed. Lines are gathered: one write each would take minutes. */
async function* eventLines(events: Bundle["events"]): AsyncIterable<string> {
  let lines = "";
  for await (const { leaf, body } of events) {
    lines += `${beforeLeaf}${leaf}${beforeBody}${body}}\n`;
    if (lines.length > 1 << 18) {
      yield lines;
      lines = "";
    }
  }
  yield lines;
}
