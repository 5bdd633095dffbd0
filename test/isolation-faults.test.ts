import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ownDatabase } from "@/test/database";
import { faultsOfCatalog } from "@/test/isolation-catalog";
import { connections, rolledBack } from "@/test/isolation-connections";
import { describeTables, fillPractice } from "@/test/isolation-rows";
import { relations } from "@/test/isolation-verdicts";
import { walk } from "@/test/isolation-walk";

const { app, owner, superuser } = connections(await ownDatabase());

const protect = "alter table diary enable row level security; alter table diary force row level security";
const keyed = "create table diary (practice_id uuid, id uuid, word text, primary key (practice_id, id))";
test.each([
  [
    "a table without protection",
    "create table diary (id uuid primary key)",
    [
      "public.diary has no verdict.",
      "public.diary has no row-level security.",
      "public.diary does not force row-level security on its owner.",
      "public.diary has no primary key (practice_id, id).",
      "Unique index diary_pkey of public.diary tells what other practices have: it does not start with practice_id.",
    ],
  ],
  ["a table without policies", `${keyed}; ${protect}`, ["public.diary lacks the policy"]],
  [
    "a policy that opens",
    "create policy open on patients using (true)",
    ['public.patients has the policy "open t * - true'],
  ],
  [
    "a key into another practice",
    "alter table practices add unique (id); alter table patients add constraint at_home foreign key (id) references practices (id) not valid",
    ["Foreign key at_home of public.patients can point into another practice: it lacks practice_id."],
  ],
  [
    "a global unique",
    "create unique index one_mailbox on patients (lower(email))",
    ["Unique index one_mailbox of public.patients tells what other practices have"],
  ],
  [
    "a SECURITY DEFINER function",
    "create function work.peek() returns bigint language sql security definer as 'select count(*) from public.patients'",
    [
      "Function work.peek() has no verdict.",
      "Function work.peek() is SECURITY DEFINER and not a listed look.",
      "Function work.peek() has no fixed search_path.",
      "Anybody may call work.peek().",
    ],
  ],
  [
    "a look of the wrong owner",
    "alter function work.unsent(int) owner to postgres",
    ["work.unsent(integer) must be SECURITY DEFINER of candor_work, not of postgres."],
  ],
  [
    "a view",
    "create view everybody as select * from patients",
    ["View public.everybody shows what its owner may see"],
  ],
  [
    "a materialized view",
    "create materialized view everybody as select * from patients",
    ["Materialized view public.everybody shows the rows of every practice."],
  ],
  [
    "a wider grant",
    "grant delete on answers to candor_app",
    ["The app role may select,insert,delete public.answers"],
  ],
  ["a wider column", "grant update (slug) on practices to candor_app", ["The app role may change slug,name"]],
  [
    "a grant to everybody",
    "grant select on patients to public",
    ["public.patients is granted to everybody."],
  ],
  [
    "a wider look",
    "grant select (email) on patients to candor_work",
    ["candor_work sees practice_id,id,email of public.patients"],
  ],
  [
    "a missing trigger",
    "drop trigger refuse_change on answers",
    ["public.answers is append-only by grant alone"],
  ],
  [
    "a silent trigger",
    "alter table answers disable trigger refuse_truncate",
    ["public.answers is append-only by grant"],
  ],
  [
    "a role above the walls",
    "alter role candor_app bypassrls",
    ["The role candor_app is above row-level security."],
  ],
  ["a membership", "grant candor_work to candor_app", ["The app role is a member of candor_work."]],
  ["a table of the app's", "alter table items owner to candor_app", ["The app role owns table items."]],
  ["another schema", "create schema aside", ["Schema aside has no verdict."]],
  ["a dropped table", "drop table event_details", ["public.event_details has a verdict and does not exist."]],
])("the checker sees %s", async (_, statement, sentences) => {
  await rolledBack(superuser, async (tx) => {
    await tx.unsafe(statement);
    const faults = (await faultsOfCatalog(tx)).join("\n");
    for (const sentence of sentences) expect(faults).toContain(sentence);
  });
});

test("the walk sees a table without walls and a right that nobody listed", async () => {
  const [own, other] = [randomUUID(), randomUUID()];
  await owner.unsafe(`
      alter table first_entry_misses no force row level security, disable row level security;
      grant delete on checkpoints to candor_app`);
  const all = await describeTables(owner);
  const rowsOf = new Map([
    [own, await fillPractice(app, all, own)],
    [other, await fillPractice(app, all, other)],
  ]);
  const tables = all.filter(({ name }) => /first_entry_misses|checkpoints$/.test(name));
  const { surprises } = await walk(app, { tables, own, other, rowsOf }, relations);
  expect(surprises).toContain(
    "select on public.first_entry_misses, practice other: touches, and should be nothing.",
  );
  expect(surprises).toContain(
    "copy to on public.first_entry_misses, practice none: touches, and should be raises.",
  );
  expect(surprises).toContain(
    "insert on public.first_entry_misses, practice other: passes, and should be denied.",
  );
  expect(surprises).toContain("delete on public.checkpoints, practice own: passes, and should be denied.");
});
