import { expect, test } from "vitest";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePractice, trailOf } from "@/test/factories";
import { changeAudience } from "./change-audience";
import { getDisclosure } from "./queries";

await testDatabase();

async function makeText() {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made);
  const { id: disclosureId } = disclosure;
  const audience = async () =>
    (await readPractice(made.owner, (tx) => getDisclosure(tx, made.owner, disclosureId))).audience;
  return { made, disclosureId, audience };
}

test("who needs a text is changed, with its event", async () => {
  const { made, disclosureId, audience } = await makeText();
  expect(await audience()).toBe("everyone");
  await changeAudience(made.therapist, { disclosureId, audience: "recorded" });
  expect(await audience()).toBe("recorded");
  const event = { name: "disclosure.audience-changed", disclosureId, audience: "recorded" };
  expect((await trailOf(made.practice.id)).at(-1)).toMatchObject(event);
});

test("what it is already is refused, and not recorded", async () => {
  const { made, disclosureId } = await makeText();
  const recorded = await trailOf(made.practice.id);
  const again = changeAudience(made.owner, { disclosureId, audience: "everyone" });
  await expect(again).rejects.toMatchObject({ reason: "audience-unchanged" });
  expect(await trailOf(made.practice.id)).toEqual(recorded);
});

test("another practice does not find the text", async () => {
  const { disclosureId } = await makeText();
  const { owner } = await makePractice();
  const changing = changeAudience(owner, { disclosureId, audience: "by-hand" });
  await expect(changing).rejects.toHaveProperty("name", "NotFound");
});

test("of two at once, one changes it", async () => {
  const { made, disclosureId } = await makeText();
  const both = [made.owner, made.therapist].map((ctx) =>
    changeAudience(ctx, { disclosureId, audience: "on-video" }),
  );
  const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
  expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
});
