import { expect, test } from "vitest";
import { safeError } from "@/server/log";

class PostgresError extends Error {
  override name = "PostgresError";
  code = "23505";
  detail = "Key (email)=(ana@patients.test) already exists.";
}

test("what a log says about an error names its kind and place, never what it quotes", () => {
  const cause = new PostgresError('duplicate key value: "ana@patients.test"');
  const error = new Error("Failed query: … params: ana@patients.test", { cause });
  const said = safeError(error);
  expect(said).toMatchObject({ name: "Error", cause: { name: "PostgresError", code: "23505" } });
  expect(said.at?.[0]).toContain("log.test.ts");
  expect(JSON.stringify(said)).not.toContain("ana@");
});

test("mistakes in the program keep their message", () => {
  expect(safeError(new TypeError("x is not a function")).message).toBe("x is not a function");
  expect(safeError("ana@patients.test")).toEqual({ name: "string" });
});
