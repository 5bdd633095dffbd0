import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordEvent } from "@/lib/audit/record-event";
import { signTrail } from "@/lib/audit/sign-checkpoint";
import type { SystemContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { renderSignedDocument } from "@/lib/paper/signed-document";
import { sampleAuthority, sampleRecord, sealSample } from "@/lib/seal/sealed-sample.fixture";
import { ownDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";
import { pemOf } from "@/verifier/trust";
import { runCandor } from "./run-candor";

const { asSuperuser } = await ownDatabase();
const cwd = await mkdtemp(path.join(tmpdir(), "candor-command-"));
afterAll(() => rm(cwd, { recursive: true }));

async function candor(...args: string[]) {
  const lines: string[] = [];
  const complaints: string[] = [];
  const code = await runCandor(args, {
    say: (line) => lines.push(line),
    complain: (line) => complaints.push(line),
    cwd,
  });
  return { code, said: lines.join("\n"), complained: complaints.join("\n") };
}

async function makeTrail(slug: string): Promise<SystemContext> {
  const { system } = await makePractice({ slug });
  const write = () =>
    inPractice(system, (tx) => recordEvent(tx, system, { name: "settings.changed", changed: ["name"] }));
  for (let entry = 0; entry < 4; entry++) await write();
  await signTrail(system);
  await write();
  return system;
}

describe("asked in a way it does not understand, or for help", () => {
  it.each([
    [["--help"], 0],
    [["audit", "--help"], 0],
    [["audit", "verify", "--help"], 0],
    [["demo", "reset", "--help"], 0],
    [["nothing"], 2],
    [["audit", "verify", "--nothing"], 2],
    [["audit", "export", "--practice", "x"], 2],
    [["staff", "invite", "--practice", "x", "--name", "x", "--email", "x@x.test", "--role", "king"], 2],
  ])("%j ends with %d", async (args, code) => {
    expect((await candor(...args)).code).toBe(code);
  });

  it("says what its exit codes mean", async () => {
    expect((await candor("audit", "verify", "--help")).said).toMatch(
      /0 {2}it holds.*\n *1 {2}it does not hold\n *2 {2}/,
    );
  });
});

describe("audit verify", () => {
  let ctx: SystemContext;
  beforeAll(async () => {
    ctx = await makeTrail("harbor");
    await makeTrail("lakeside");
  });

  it("says of every practice that its trail holds", async () => {
    const { code, said } = await candor("audit", "verify");
    expect(code).toBe(0);
    expect(said).toMatch(
      /^harbor: the trail holds: 7 entries, 1 signed checkpoint, .* 0 sealed files\. Entries 5 to 6 are not signed yet; they are within the hour\.$/m,
    );
    expect(said).toContain("lakeside: the trail holds");
  });

  it("says so for programs", async () => {
    const { said } = await candor("audit", "verify", "--practice", "harbor", "--json");
    expect(JSON.parse(said)).toMatchObject([{ practice: "harbor", ok: true, size: 7, checkpoints: 1 }]);
  });

  it("names a practice that is not there", async () => {
    expect(await candor("audit", "verify", "--practice", "nowhere")).toEqual({
      code: 2,
      said: "",
      complained: 'There is no practice "nowhere" here.',
    });
  });

  it("names the entry that a superuser changed, and still looks at the others", async () => {
    await asSuperuser(`update events set body = replace(body, 'name', 'nome')
      where practice_id = '${ctx.practiceId}' and seq = 2`);
    const { code, said } = await candor("audit", "verify");
    expect(code).toBe(1);
    expect(said).toContain(
      "harbor: the trail does not hold at entry 2 (hash). Entry 2 is not what was written",
    );
    expect(said).toContain("lakeside: the trail holds");
  });

  it("misses no practice whose address or head was removed", async () => {
    const hidden = await makeTrail("hidden");
    await asSuperuser(`delete from auth.practice_slugs where slug = 'hidden'`);
    expect((await candor("audit", "verify")).said).toContain(`${hidden.practiceId}: the trail holds`);

    await makeTrail("headless");
    await asSuperuser(`delete from audit_heads where practice_id =
      (select practice_id from auth.practice_slugs where slug = 'headless')`);
    expect((await candor("audit", "verify", "--practice", "headless")).code).toBe(1);
  });
});

describe("audit export and verify-bundle", () => {
  it("writes what can be checked without the database, and finds what was changed in it", async () => {
    await makeTrail("export");
    const written = await candor("audit", "export", "--practice", "export", "--out", "trail");
    expect(written).toMatchObject({ code: 0, complained: "" });
    expect(await candor("audit", "verify-bundle", "trail")).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^These files agree with each other: 9 entries, 2/),
    });

    const file = path.join(cwd, "trail", "events.jsonl");
    await writeFile(file, (await readFile(file, "utf8")).replace('"seq":3', '"seq":4'));
    const { code, said } = await candor("audit", "verify-bundle", "trail");
    expect(code).toBe(1);
    expect(said).toContain("at entry 3 (hash)");
  });

  it("says in a sentence what is no bundle, and what is in the way", async () => {
    expect(await candor("audit", "verify-bundle", "nowhere")).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/not an exported trail/),
    });
    await makeTrail("in-the-way");
    expect(await candor("audit", "export", "--practice", "in-the-way", "--out", ".")).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/holds something already/),
    });
  });
});

describe("document verify", () => {
  beforeAll(async () => {
    const { bytes } = await sealSample({ pdf: await renderSignedDocument(sampleRecord) });
    await writeFile(path.join(cwd, "signed.pdf"), bytes);
    const [item] = sampleRecord.items;
    const others = { ...sampleRecord, items: item ? [{ ...item, answer: "no" as const }] : [] };
    const saysNo = await sealSample({ pdf: await renderSignedDocument(others) });
    await writeFile(path.join(cwd, "pages-say-no.pdf"), saysNo.bytes);
    await writeFile(path.join(cwd, "changed.pdf"), Buffer.from(bytes).fill(0x20, 400, 404));
    await writeFile(path.join(cwd, "ca.pem"), pemOf(sampleAuthority.certificate));
    await writeFile(path.join(cwd, "text.pdf"), "hello");
  });

  it.each([
    [
      "signed.pdf",
      0,
      /Nothing in this file has changed[\s\S]*The pages say what the record[\s\S]*The name typed as signature: Łukasz Ojeda/,
    ],
    [
      "pages-say-no.pdf",
      1,
      /Nothing in this file has changed[\s\S]*The pages do not say what the record in the file says\. The first that is missing: “.+”/,
    ],
    ["changed.pdf", 1, /changed/],
    ["text.pdf", 2, /PDF/],
  ])("%s ends with %d", async (file, code, words) => {
    const verdict = await candor("document", "verify", file, "--ca", "ca.pem");
    expect(verdict.code).toBe(code);
    expect(verdict.said).toMatch(words);
  });

  it("does not take the word of an authority that is not this installation's", async () => {
    const verdict = await candor("document", "verify", "signed.pdf", "--json");
    expect(verdict.code).toBe(1);
    expect(JSON.parse(verdict.said)).toMatchObject({
      integrity: { state: "intact" },
      identity: { state: "unknown" },
    });
  });

  it("says which file cannot be read", async () => {
    expect(await candor("document", "verify", "none.pdf")).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/none\.pdf cannot be read/),
    });
  });
});

describe("practice create and staff invite", () => {
  const practice = (...more: string[]) =>
    candor(
      ...["practice", "create", "--name", "Cedar", "--time-zone", "America/New_York", "--phone", "555 0100"],
      ...["--owner-name", "Ada Cole", "--owner-email", "ada@cedar.test", ...more],
    );
  const invite = (email: string) =>
    candor(
      ...["staff", "invite", "--practice", "cedar", "--name", "Bo Lund", "--email", email],
      ...["--role", "office", "auditor"],
    );

  it("let people in", async () => {
    expect(await practice("--slug", "cedar")).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Ada Cole can now sign in[\s\S]*\/sign-in/),
    });
    expect(await invite("bo@cedar.test")).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Bo Lund can now sign in/),
    });
    expect((await candor("audit", "verify", "--practice", "cedar")).said).toContain("holds: 3 entries");
  });

  it("refuse in one sentence", async () => {
    expect(await practice("--slug", "cedar")).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/has this address on the web already/),
    });
    expect(await practice("--slug", "Ce dar")).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/small letters/),
    });
    expect(await invite("bo@cedar.test")).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/works in the practice already/),
    });
    expect(await invite("a@x.test,b@x.test")).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/not several/),
    });
  });
});

it("leaves data alone that are not the demo's", async () => {
  for (const verb of ["load", "reset"]) {
    expect(await candor("demo", verb)).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/left alone/),
    });
  }
});
