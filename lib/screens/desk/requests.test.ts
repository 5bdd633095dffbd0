import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { messageFailures, messages } from "@/db/schema";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { inPractice } from "@/lib/in-practice";
import { askPatients } from "@/lib/requests/ask-patients";
import { declineRequest } from "@/lib/requests/decline-request";
import { stopAsking } from "@/lib/requests/stop-asking";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, makeStaff } from "@/test/factories";
import { askPage } from "./ask";
import { requestsPage } from "./requests";

await testDatabase();
afterAll(closeDatabase);
const whole = { filter: "all", search: "", page: 1 } as const;

describe("the questions that wait", () => {
  test("one that did not arrive is not delivered, and does not count as waiting to be opened", async () => {
    const { made, requestId } = await makeAsked();
    await inPractice(made.system, async (tx, now) => {
      const [message] = await tx.select().from(messages);
      const of = { practiceId: made.practice.id, id: uuid(), messageId: message?.id ?? "" };
      await tx.insert(messageFailures).values({ ...of, kind: "refused", cause: "550", failedAt: now });
    });
    const { rows, counts } = await requestsPage(made.office, whole, "en");
    expect(rows).toMatchObject([{ id: requestId, undelivered: true }]);
    expect(counts).toMatchObject({ "not-delivered": 1, "not-opened": 0 });
  });

  test("one that somebody asked not to be asked stays in sight as that", async () => {
    const { made, ctx, requestId } = await makeAsked();
    await declineRequest(ctx, requestId);
    const { rows, counts } = await requestsPage(made.office, whole, "en");
    expect(rows).toMatchObject([{ id: requestId, declinedAt: expect.any(Date) }]);
    expect(counts).toMatchObject({ "asked-not-to": 1, "not-opened": 0, overdue: 0 });
  });

  test("what has not left yet is listed with its time until it is stopped, for those who may ask", async () => {
    const made = await makePractice();
    const { disclosure } = await makeDisclosure(made);
    const people = [await makePatient(made), await makePatient(made)];
    const { askingId, leavesAt } = await askPatients(made.office, {
      patientIds: people.map(({ patient }) => patient.id),
      disclosureIds: [disclosure.id],
      dueOn: null,
    });
    const leaving = async (ctx = made.office) => (await requestsPage(ctx, whole, "en")).leaving;
    expect(await leaving()).toEqual([{ askingId, people: 2, leavesAt }]);
    expect(await leaving(await makeStaff(made, { roles: ["therapist"] }))).toEqual([]);
    expect(await leaving(made.auditor)).toEqual([]);
    await stopAsking(made.office, { askingId });
    expect(await leaving()).toEqual([]);
  });
});

test("asking offers those who need a text and were not asked", async () => {
  const { made, text } = await makeAsked();
  const { patient } = await makePatient(made);
  await makePatient(made, { archived: true });
  const { disclosures, people } = await askPage(made.office, "en");
  const needing = disclosures.map((one) => [one.id, one.needing.map((place) => people[place]?.id)]);
  expect(needing).toEqual([[text.disclosure.id, [patient.id]]]);
});
