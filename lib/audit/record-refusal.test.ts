import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { testDatabase } from "@/test/database";
import { type MadePractice, makePractice, makeStaff, trailOf } from "@/test/factories";
import { recordRefusal } from "./record-refusal";

const { asSuperuser } = await testDatabase();
afterAll(closeDatabase);

let made: MadePractice;
beforeEach(async () => {
  made = await makePractice();
});

const refused = (ctx: StaffContext, ability = "export-trail") =>
  recordRefusal(ctx, new Refused("not-your-role", { ability }));
const recorded = async () => (await trailOf(made.practice.id)).map(({ actor, what }) => ({ actor, what }));

test("what a person's roles kept them from stands in the trail once, however often they load the page", async () => {
  await Promise.all([1, 2, 3, 4, 5].map(() => refused(made.office)));
  await refused(made.office);
  expect(await trailOf(made.practice.id)).toMatchObject([
    {
      name: "access.refused",
      what: "export-trail",
      reason: "not-your-role",
      actor: { kind: "staff", id: made.office.staffId },
    },
  ]);
});

test("another person and another place stand there of their own", async () => {
  const colleague = await makeStaff(made, { roles: ["office"] });
  await refused(made.office);
  await refused(made.office, "manage-staff");
  await refused(colleague);
  const [office, other] = [made.office, colleague].map(({ staffId }) => ({ kind: "staff", id: staffId }));
  expect(await recorded()).toEqual([
    { actor: office, what: "export-trail" },
    { actor: office, what: "manage-staff" },
    { actor: other, what: "export-trail" },
  ]);
});

test("an hour later it stands there again", async () => {
  await refused(made.office);
  await asSuperuser(
    `update events set at = at - interval '61 minutes' where practice_id = '${made.practice.id}'`,
  );
  await refused(made.office);
  expect(await recorded()).toHaveLength(2);
});
