import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "@/test/database";
import { connections, rolledBack } from "@/test/isolation-connections";
import { codeOf, describeTables, fillPractice } from "@/test/isolation-rows";
import { relations } from "@/test/isolation-verdicts";

const sql = connections(await ownDatabase());
const appendOnly = Object.keys(relations).filter((name) => relations[name]?.appendOnly);
const refused = "23001";

beforeAll(async () => {
  await fillPractice(sql.app, await describeTables(sql.owner), randomUUID());
});

describe.each(["app", "owner", "superuser"] as const)("the %s role", (role) => {
  test.each([
    ["change a fact", (name: string) => `update ${name} set id = id`],
    ["delete a fact", (name: string) => `delete from ${name}`],
    ["empty a table of facts", (name: string) => `truncate ${name} cascade`],
  ])("cannot %s", async (_, statement) => {
    for (const name of appendOnly)
      await rolledBack(sql[role], async (tx) => {
        const code = await tx.unsafe(statement(name)).then(() => "done", codeOf);
        expect(code, name).toBe(role === "app" ? "42501" : refused);
      });
  });
});

test("only a superuser who switches triggers off can change a fact, and the owner role cannot switch them off", async () => {
  await rolledBack(sql.superuser, async (tx) => {
    await tx`set local session_replication_role = replica`;
    expect((await tx`delete from answers`).count).toBe(1);
  });
  const switched = sql.owner`set session_replication_role = replica`;
  expect(await switched.then(() => "done", codeOf)).toBe("42501");
});

test("what the law needs kept is among the facts", () => {
  const kept = [
    "versions",
    "version_texts",
    "items",
    "requests",
    "answers",
    "answer_items",
    "withdrawals",
    "documents",
  ];
  for (const name of [...kept, "events", "checkpoints"]) expect(appendOnly).toContain(`public.${name}`);
});
