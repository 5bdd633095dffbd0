import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { describeInstallation } from "./installation";

const folder = mkdtempSync(path.join(tmpdir(), "candor-installation-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the demo makes its secrets once, for its owner's eyes only", () => {
  const given = { CANDOR_DATA_DIR: path.join(folder, "demo") };
  const first = describeInstallation(given);
  const again = describeInstallation(given);
  expect(first.env.demo).toBe(true);
  expect(again.variables).toEqual(first.variables);
  expect(statSync(path.join(folder, "demo", "secrets.json")).mode & 0o077).toBe(0);
  expect(readFileSync(path.join(folder, "demo", "secrets.json"), "utf8")).toContain(first.env.authSecret);
});

test.each([
  ["the demo is switched off", { CANDOR_DEMO: "0" }],
  [
    "a database is given",
    { DATABASE_URL: "postgres://candor_app:a@db/candor", APP_URL: "https://a.example.org" },
  ],
])("when %s no secret is made up: the start is refused", (_, given) => {
  const start = () => describeInstallation({ CANDOR_DATA_DIR: path.join(folder, "real"), ...given });
  expect(start).toThrow(/AUTH_SECRET is missing.*\nCANDOR_MASTER_KEY is missing/);
});
