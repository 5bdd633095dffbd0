import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { newFolder } from "@/lib/seal/foreign-tools.fixture";
import { signedHistory } from "./history.fixture";
import { openMemory } from "./memory";

const all = newFolder();
afterAll(() => rmSync(all, { recursive: true }));

const name = "chamber.example/witness";
const history = signedHistory();
let folder = "";
let file = "";
let folders = 0;
beforeEach(async () => {
  folder = path.join(all, String(folders++));
  file = path.join(folder, "witness.json");
  const memory = await openMemory(folder, name);
  memory.remember(history.origin, history.note(70));
  memory.close();
});

async function opened<Found>(
  look: (memory: Awaited<ReturnType<typeof openMemory>>) => Found | Promise<Found>,
  called?: string,
) {
  const memory = await openMemory(folder, called);
  try {
    return await look(memory);
  } finally {
    memory.close();
  }
}

describe("a witness remembers", () => {
  it("its key and what it confirmed, from one start to the next", async () => {
    const key = await opened(({ witness }) => witness);
    expect(await opened(({ isNew }) => isNew)).toBe(false);
    expect(await opened((memory) => [memory.witness, memory.latestOf(history.origin)?.size])).toEqual([
      key,
      70,
    ]);
    expect(await opened(({ latestOf }) => latestOf("another"))).toBeNull();
  });

  it("nothing of what could not be written, and says so", async () => {
    await opened((memory) => {
      mkdirSync(`${file}.new`);
      expect(() => memory.remember(history.origin, history.note(90))).toThrow("EISDIR");
      expect(memory.latestOf(history.origin)?.size).toBe(70);
    });
    expect(await opened((memory) => memory.latestOf(history.origin)?.size)).toBe(70);
  });

  it("in one process at a time", async () => {
    await opened(() =>
      expect(openMemory(folder, undefined)).rejects.toMatchObject({ reason: "witness-runs" }),
    );
  });

  it("with files that nobody else can read", () => {
    expect([folder, file].map((one) => statSync(one).mode & 0o077)).toEqual([0, 0]);
  });
});

describe("a witness that lost its memory does not begin anew under its key", () => {
  it.each<[string, () => void]>([
    ["gone", () => rmSync(file)],
    ["empty", () => writeFileSync(file, "")],
    ["cut", () => writeFileSync(file, readFileSync(file, "utf8").slice(0, -20))],
    [
      "without what it confirmed",
      () => writeFileSync(file, readFileSync(file, "utf8").replace("latest", "newest")),
    ],
    [
      "with a note that is none",
      () => writeFileSync(file, readFileSync(file, "utf8").replace("\\n70\\n", "\\n070\\n")),
    ],
    [
      "with another history's note",
      () => writeFileSync(file, readFileSync(file, "utf8").replace(history.origin, "another")),
    ],
  ])("when its file is %s", async (_, spoil) => {
    writeFileSync(path.join(folder, "notes.txt"), "harbor");
    spoil();
    await expect(openMemory(folder, name)).rejects.toMatchObject({ reason: "witness-memory-lost" });
    await expect(openMemory(folder, undefined)).rejects.toMatchObject({ reason: "witness-memory-lost" });
  });
});

describe("a witness is named once", () => {
  it("and not otherwise later", async () => {
    await expect(openMemory(folder, "chamber.example/other")).rejects.toMatchObject({
      reason: "witness-named-otherwise",
    });
    expect(await opened(({ witness }) => witness.name, name)).toBe(name);
  });

  it.each([
    [undefined, "witness-without-name"],
    ["two words", "witness-name-malformed"],
    ["a+b", "witness-name-malformed"],
    ["", "witness-name-malformed"],
  ])("and not %s", async (called, reason) => {
    await expect(openMemory(path.join(all, `new ${called}`), called)).rejects.toMatchObject({ reason });
  });
});
