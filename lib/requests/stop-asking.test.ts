import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { messages, requestCancellations } from "@/db/schema";
import { readPractice } from "@/lib/in-practice";
import { sendOwedMessage, sendOwedMessages } from "@/lib/messages/send-owed-messages";
import { ownDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, makeStaff, trailOf } from "@/test/factories";
import { askPatients } from "./ask-patients";
import { stopAsking } from "./stop-asking";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);
const untilDone = new AbortController().signal;

/** Two patients asked with one press, whose mails leave in ten minutes, and one without an address. */
async function makeAsking() {
  const made = await makePractice();
  const people = [
    await makePatient(made),
    await makePatient(made),
    await makePatient(made, { email: null }),
  ].map(({ patient }) => patient);
  const text = await makeDisclosure(made);
  const { askingId, leavesAt } = await askPatients(made.office, {
    patientIds: people.map(({ id }) => id),
    disclosureIds: [text.disclosure.id],
    dueOn: null,
  });
  const cancellations = () => readPractice(made.system, (tx) => tx.select().from(requestCancellations));
  const mailOf = async (index: number) => {
    const rows = await readPractice(made.system, (tx) =>
      tx
        .select()
        .from(messages)
        .where(eq(messages.patientId, people[index]?.id ?? "")),
    );
    return rows[0]?.id ?? "";
  };
  return { made, people, askingId, leavesAt, cancellations, mailOf };
}

const leaveNow = (id: string) => asSuperuser(`update messages set not_before = owed_at where id = '${id}'`);

describe("stopping what was asked with one press", () => {
  test("takes back what has not left: nothing is mailed", async () => {
    const { made, askingId, leavesAt, cancellations } = await makeAsking();
    expect(leavesAt).toBeInstanceOf(Date);
    expect(await stopAsking(made.office, { askingId })).toEqual({ stopped: 3, gone: 0 });
    const rows = await cancellations();
    expect(rows.map(({ cancelledBy }) => cancelledBy)).toEqual(Array(3).fill(made.office.staffId));
    await asSuperuser("update messages set not_before = owed_at");
    const sent: string[] = [];
    await sendOwedMessages(untilDone, async ({ to }) => {
      sent.push(to);
      return { state: "delivered" };
    });
    expect(sent).toEqual([]);
  });

  test("records each question that was taken back", async () => {
    const { made, askingId, people } = await makeAsking();
    await stopAsking(made.office, { askingId });
    const recorded = (await trailOf(made.practice.id)).filter(({ name }) => name === "request.cancelled");
    expect(recorded.map(({ patient }) => patient).sort()).toEqual(people.map(({ id }) => id).sort());
  });

  test("says how many were gone already", async () => {
    const { made, askingId, mailOf } = await makeAsking();
    const id = await mailOf(0);
    await leaveNow(id);
    await sendOwedMessage(made.system, id, async () => ({ state: "delivered" }));
    expect(await stopAsking(made.office, { askingId })).toEqual({ stopped: 2, gone: 1 });
  });

  test("and the worker at once never mail about what was taken back", async () => {
    const { made, askingId, mailOf, cancellations, people } = await makeAsking();
    const id = await mailOf(0);
    await leaveNow(id);
    let left = false;
    const send = sendOwedMessage(made.system, id, async () => {
      left = true;
      return { state: "delivered" };
    });
    const [, stop] = await Promise.allSettled([send, stopAsking(made.office, { askingId })]);
    expect(stop).toMatchObject({ status: "fulfilled", value: { stopped: left ? 2 : 3, gone: left ? 1 : 0 } });
    expect(await cancellations()).toHaveLength(left ? people.length - 1 : people.length);
  });

  test("is refused a second time, and when everything has left", async () => {
    const twice = await makeAsking();
    const { made, askingId } = twice;
    const both = await Promise.allSettled([1, 2].map(() => stopAsking(made.office, { askingId })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const again = stopAsking(made.office, { askingId });
    await expect(again).rejects.toMatchObject({ reason: "already-stopped" });

    const other = await makeDisclosure(made);
    const [ana] = twice.people;
    const { askingId: gone } = await askPatients(made.office, {
      patientIds: [ana?.id ?? ""],
      disclosureIds: [other.disclosure.id],
      dueOn: null,
    });
    await sendOwedMessages(untilDone, async () => ({ state: "delivered" }));
    await expect(stopAsking(made.office, { askingId: gone })).rejects.toMatchObject({
      reason: "already-gone",
    });
  });

  test("is not found by another practice, nor by a colleague who treats others; the auditor may not", async () => {
    const { made, askingId } = await makeAsking();
    const other = await makePractice();
    await expect(stopAsking(other.office, { askingId })).rejects.toHaveProperty("name", "NotFound");
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    await expect(stopAsking(colleague, { askingId })).rejects.toHaveProperty("name", "NotFound");
    await expect(stopAsking(made.auditor, { askingId })).rejects.toMatchObject({ reason: "not-your-role" });
  });
});
