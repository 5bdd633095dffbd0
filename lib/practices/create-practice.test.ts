import { describe, expect, test } from "vitest";
import { listMembershipsIn } from "@/lib/auth/memberships";
import { practiceBySlug } from "@/lib/auth/practice-slugs";
import { systemContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice, readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { trailOf } from "@/test/factories";
import { createPractice } from "./create-practice";
import type { CreatePracticeInput } from "./input";
import { getPractice, listStaff } from "./queries";

await testDatabase();

let count = 0;
function practiceInput(changes: Partial<CreatePracticeInput> = {}): CreatePracticeInput {
  count += 1;
  return {
    slug: `harbor-${count}`,
    name: "Harbor",
    timeZone: "America/Los_Angeles",
    phone: "(555) 010-0100",
    crisisLine: { en: "988 or 911", es: "988 (pulse 2) o 911" },
    owner: { name: "Dr. Reyes", email: `Reyes${count}@Harbor.Test`, treatsPatients: true },
    ...changes,
  };
}

test("a practice begins with its address, its owner and a trail that says so", async () => {
  const input = practiceInput();
  const { practiceId, staffId } = await createPractice("command-line", input);
  const ctx = systemContext(practiceId, "web");

  await readPractice(ctx, async (tx) => {
    expect(await getPractice(tx, ctx)).toMatchObject({ slug: input.slug, name: "Harbor" });
    const [owner, ...others] = await listStaff(tx, ctx);
    expect(owner).toMatchObject({
      id: staffId,
      roles: ["owner", "therapist"],
      email: `reyes${count}@harbor.test`,
    });
    expect(others).toEqual([]);
  });
  expect(await practiceBySlug(input.slug)).toEqual({ practiceId, slug: input.slug });
  expect(await trailOf(practiceId)).toMatchObject([
    { name: "practice.created", seq: 0, actor: { kind: "system", id: "command-line" } },
    { name: "staff.invited", staffId, roles: ["owner", "therapist"] },
  ]);
});

test("an owner who does not treat is no therapist", async () => {
  const owner = { name: "Dana", email: "dana@harbor.test", treatsPatients: false };
  const { practiceId } = await createPractice("command-line", practiceInput({ owner }));
  const ctx = systemContext(practiceId, "web");
  const staff = await readPractice(ctx, (tx) => listStaff(tx, ctx));
  expect(staff.map(({ roles }) => roles)).toEqual([["owner"]]);
});

test("an unknown address on the web belongs to no practice", async () => {
  expect(await practiceBySlug("nowhere")).toBeNull();
});

describe("a practice is refused, and nothing of it stays", () => {
  const owner = { name: "Dr. Reyes", email: "reyes@harbor.test", treatsPatients: true };
  test.each<[string, Partial<CreatePracticeInput>]>([
    ["slug-malformed", { slug: "Har bor" }],
    ["unknown-time-zone", { timeZone: "Mars/Olympus" }],
    ["name-empty", { name: "\u200b" }],
    ["name-not-drawable", { name: "港湾" }],
    ["phone-malformed", { phone: "(555) 010\u20110100" }],
    ["crisis-line-not-drawable", { crisisLine: { en: "988 ☎", es: "988" } }],
    ["name-empty", { owner: { ...owner, name: " " } }],
    ["address-malformed", { owner: { ...owner, email: "reyes@harbor" } }],
    ["address-quoted", { owner: { ...owner, email: '"reyes"@harbor.test' } }],
    ["address-two-recipients", { owner: { ...owner, email: "a@harbor.test,b@harbor.test" } }],
  ])("%s", async (reason, changes) => {
    const input = practiceInput(changes);
    await expect(createPractice("command-line", input)).rejects.toMatchObject({ reason });
    expect(await practiceBySlug(input.slug)).toBeNull();
  });
});

test("two practices asking for one address at once: one gets it", async () => {
  const input = practiceInput();
  const results = await Promise.allSettled([
    createPractice("command-line", input),
    createPractice("command-line", input),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = results.find((result) => result.status === "rejected");
  expect(lost?.reason).toBeInstanceOf(Refused);
  expect(lost?.reason).toMatchObject({ reason: "slug-taken" });
});

test("one mailbox in two practices is one user and two memberships", async () => {
  const owner = { name: "Dr. Reyes", email: "both@harbor.test", treatsPatients: true };
  const one = await createPractice("command-line", practiceInput({ owner }));
  const two = await createPractice("command-line", practiceInput({ owner }));
  expect(one.userId).toBe(two.userId);
  const ctx = systemContext(two.practiceId, "web");
  expect(await inPractice(ctx, (tx) => listMembershipsIn(tx, one.userId, two.practiceId))).toMatchObject([
    { kind: "staff", rowId: two.staffId },
  ]);
});
