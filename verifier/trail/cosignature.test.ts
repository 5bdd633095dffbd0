import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { trailKeyOf } from "@/lib/audit/checkpoint";
import { parseCheckpoint } from "./checkpoint";
import { cosignatureLine, cosignaturesOf, cosignedText, readWitness, witnessKey } from "./cosignature";

/** A public log's checkpoint of August 2026, with a line of a public witness. */
const statement =
  "coachandhorses2026h1.staging.certificate.transparency.goog\n185550722\nYXAM0VmnrfvLaBCOOYSJhCaE5F10oGBOo+hkbDa1kng=\n";
const byLog =
  "— coachandhorses2026h1.staging.certificate.transparency.goog MpXgsHy8ZwxXnO+WjtVrPxAzL49Rs1gWTkNVNeEa//5peAzaocRCB3qt3EaibjzY5GILLtGgBP7dBhgcSHy+JQh0OAc=\n";
const byWitness =
  "— witness.navigli.sunlight.geomys.org o+AP4gAAAABqb7DzNrGFRJnQ9vrJ8xpnwZytnr/ZYczDIsvwvouiSjwOjn7a72ccxBk+lKnZ7dKqkYKER1s/KxLTaVwQD7lJZTC/CQ==\n";
const key = "witness.navigli.sunlight.geomys.org+a3e00fe2+BNy/co4C1Hn1p+INwJrfUlgz7W55dSZReusH/GhUhJ/G";

const pair = generateKeyPairSync("ed25519");
const own = { name: "chamber.example/w1", key: trailKeyOf(pair.publicKey) };

function confirmed(note: string, witnesses = [known(key), own]) {
  const checkpoint = parseCheckpoint(note);
  if (!checkpoint) throw new Error("should parse");
  return cosignaturesOf(checkpoint, witnesses);
}

function known(written: string) {
  const witness = readWitness(written);
  if (!witness) throw new Error("should be a key");
  return witness;
}

const lineAt = (seconds: number, name = own.name, by = pair.privateKey) =>
  cosignatureLine({ ...own, name }, seconds, sign(null, Buffer.from(cosignedText(statement, seconds)), by));

describe("the key of a witness", () => {
  it("is read and written as others do", () => {
    expect(witnessKey(known(key))).toBe(key);
    expect(readWitness(witnessKey(own))).toEqual(own);
  });

  it.each([
    ["another name", key.replace("navigli", "navigla")],
    ["another id", key.replace("a3e0", "a3e1")],
    ["another key", key.replace("BNy", "BNz")],
    [
      "the kind of a log's key",
      "audit.example.org/t_7f3c+4cbd7779+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs",
    ],
    ["no name", key.slice(key.indexOf("+"))],
    ["words behind it", `${key} x`],
    ["nothing", ""],
  ])("is none with %s", (_, written) => {
    expect(readWitness(written)).toBeNull();
  });
});

describe("a checkpoint is confirmed", () => {
  it("by a public witness, as it said then", async () => {
    const found = await confirmed(`${statement}\n${byLog}${byWitness}`);
    expect(found).toEqual([{ witness: known(key), line: byWitness, at: new Date(0x6a6fb0f3 * 1000) }]);
  });

  it("by each known witness once, with what it said last", async () => {
    const found = await confirmed(`${statement}\n${byLog}${lineAt(5)}${byWitness}${lineAt(9)}${lineAt(7)}`);
    expect(found.map(({ witness, at }) => [witness.name, at.getTime()])).toEqual([
      [known(key).name, 0x6a6fb0f3 * 1000],
      [own.name, 9_000],
    ]);
    expect(found[1]?.line).toBe(lineAt(9));
  });

  const stranger = generateKeyPairSync("ed25519").privateKey;
  const shifted = Buffer.from(lineAt(5).split(" ")[2] ?? "", "base64");
  shifted[11] = 6;
  it.each([
    ["a stranger's key", lineAt(5, own.name, stranger)],
    ["another name", lineAt(5, "chamber.example/w2")],
    ["another time than was signed", `— ${own.name} ${shifted.toString("base64")}\n`],
    ["a log's own kind of signature", `— ${own.name} ${shifted.subarray(0, 68).toString("base64")}\n`],
    ["a longer one", `— ${own.name} ${Buffer.concat([shifted, Buffer.of(0)]).toString("base64")}\n`],
  ])("not by a line with %s", async (_, line) => {
    expect(await confirmed(`${statement}\n${byLog}${line}`)).toEqual([]);
  });

  it("not when its statement is another", async () => {
    expect(
      await confirmed(`${statement.replace("185550722", "185550723")}\n${byLog}${byWitness}${lineAt(5)}`),
    ).toEqual([]);
    expect(await confirmed(`${statement}\n${byLog}${byWitness}`, [own])).toEqual([]);
  });
});
