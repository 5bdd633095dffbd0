import { expect, test } from "vitest";
import { messages } from "@/db/schema";
import { systemContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import type { Mail } from "@/lib/messages/compose-message";
import { sendOwedMessage } from "@/lib/messages/send-owed-messages";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePractice, trailOf } from "@/test/factories";
import { sendTrial } from "./send-trial";

await testDatabase();

async function makeText() {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made);
  const owed = () => readPractice(made.owner, (tx) => tx.select().from(messages));
  return { made, input: { disclosureId: disclosure.id, language: "es" as const }, owed };
}

test("the trial is owed to who asked for it alone, and recorded", async () => {
  const { made, input, owed } = await makeText();
  const { toAddress } = await sendTrial(made.therapist, input);
  const landing = `/desk/${made.practice.slug}/disclosures/${input.disclosureId}`;
  const { userId } = made.therapist;
  const message = { kind: "trial", userId, toAddress, language: "es", patientId: null, landing };
  expect(await owed()).toEqual([expect.objectContaining(message)]);
  const event = { name: "disclosure.trial-sent", disclosureId: input.disclosureId };
  expect((await trailOf(made.practice.id)).at(-1)).toMatchObject(event);
});

test("it is sent like any other, says that it is a trial, and lets its reader in", async () => {
  const { made, input, owed } = await makeText();
  const { toAddress } = await sendTrial(made.owner, input);
  const [message] = await owed();
  const sent: Mail[] = [];
  await sendOwedMessage(systemContext(made.practice.id, "worker"), message?.id ?? "", async (mail) => {
    sent.push(mail);
    return { state: "delivered" };
  });
  expect(sent.map(({ to }) => to)).toEqual([toAddress]);
  expect(sent[0]?.text).toContain("nadie más la recibió");
  expect(sent[0]?.text).toContain("/sign-in/confirm?token=");
});

test("another practice does not find the text", async () => {
  const { input } = await makeText();
  const { owner } = await makePractice();
  await expect(sendTrial(owner, input)).rejects.toHaveProperty("name", "NotFound");
});

test("pressed by two at once, each gets their own", async () => {
  const { made, input, owed } = await makeText();
  await Promise.all([sendTrial(made.owner, input), sendTrial(made.therapist, input)]);
  expect(new Set((await owed()).map(({ userId }) => userId)).size).toBe(2);
});
