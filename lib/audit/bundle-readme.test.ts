import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { verifyBundle } from "@/verifier/trail/verify-bundle";
import { writeBundle } from "./bundle";
import { bundleFolder } from "./bundle-folder";
import { rehash, soundTrail } from "./trail.fixture";

const trail = soundTrail(1, 60, 20);

async function written(source = trail) {
  const folder = mkdtempSync(join(tmpdir(), "bundle-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const keys = source.keys.map((publicKey) => ({ publicKey, from: new Date(0), until: null }));
  await writeBundle(folder, { ...source, keys, certificates: "", verifyPage: "" });
  return folder;
}

describe("the check described in README.txt", () => {
  const python = ["/usr/bin/python3", "/usr/local/bin/python3"].find(existsSync);

  function check(folder: string) {
    const [, script] = readFileSync(join(folder, "README.txt"), "utf8").split(
      /^-----8<-----$|^----->8-----$/m,
    );
    writeFileSync(join(folder, "check.py"), script ?? "");
    return execFileSync(python ?? "", ["check.py"], { cwd: folder, encoding: "utf8", stdio: "pipe" });
  }

  it.skipIf(!python)("finds the same root, and the same faults", async () => {
    const folder = await written();
    const verdict = await verifyBundle(bundleFolder(folder));
    const root = verdict.ok ? Buffer.from(verdict.root, "hex").toString("base64") : "";
    expect(check(folder)).toBe(`60 entries agree with each other, root ${root}\n`);

    appendFileSync(join(folder, "events.jsonl"), '{"leaf":"","body":{}}\n');
    expect(() => check(folder)).toThrow("entry 60 was changed");
  });

  it.skipIf(!python)("names the entries that no checkpoint covers", async () => {
    const signed = { ...trail, checkpoints: trail.checkpoints.slice(0, 2) };
    const told = await written({ ...signed, events: trail.events.slice(0, 41) });
    expect(check(told)).toContain("41 entries agree");
    const longer = await written({ ...signed, events: trail.events.slice(0, 50) });
    expect(() => check(longer)).toThrow("entries 41 to 49 are signed by no checkpoint");
  });

  it.skipIf(!python)("finds a history that was written anew without the key", async () => {
    const forged = { ...trail, events: [...trail.events] };
    rehash(forged.events, 30, (body) => {
      body.route = "paper";
    });
    const folder = await written(forged);
    expect(() => check(folder)).toThrow("not what was signed at 40 entries");
    expect(await verifyBundle(bundleFolder(folder))).toMatchObject({ ok: false, reason: "root", seq: 20 });
  });
});
