import { describe, expect, it } from "vitest";
import { systemContext } from "@/lib/context";
import { leafHash } from "@/verifier/trail/merkle";
import { firstPrev } from "@/verifier/trail/verify-trail";
import { actorOf, detailsCommitment, eventBody, storedEvent } from "./event-body";
import { activityNames, eventKey, eventNames, isEventName } from "./events";

const envelope = {
  practice: "0193a5c1-0000-7000-8000-000000000001",
  seq: 0,
  at: new Date("2026-11-20T17:04:31.120Z"),
  actor: { kind: "staff", id: "0193a5c1-0000-7000-8000-000000000002" },
  route: "portal",
  prev: firstPrev,
} as const;
const patient = "0193a5c1-0000-7000-8000-000000000003";

describe("the list of events", () => {
  it("names each event with one noun and one past tense", () => {
    for (const name of eventNames) expect(name).toMatch(/^[a-z-]+\.[a-z-]+$/);
    expect(eventKey("patient.address-changed")).toBe("patient_address-changed");
  });

  it("knows its own names only", () => {
    expect(eventNames.every(isEventName)).toBe(true);
    expect(isEventName("consent.updated")).toBe(false);
    expect(isEventName("toString")).toBe(false);
  });

  it("shows patients what concerns them, and not the practice's keys", () => {
    expect(activityNames).toContain("patient.viewed");
    expect(activityNames).not.toContain("checkpoint.signed");
  });
});

describe("a stored event", () => {
  it("repeats in its columns what its hashed text says", () => {
    const event = { name: "patient.viewed", patient, reason: "treating" } as const;
    const stored = storedEvent(eventBody({ ...envelope, event }));
    expect(stored).toEqual({
      seq: 0,
      name: "patient.viewed",
      at: "2026-11-20T17:04:31.120Z",
      actorId: envelope.actor.id,
      patientId: patient,
      body: `{"actor":{"id":"${envelope.actor.id}","kind":"staff"},"at":"2026-11-20T17:04:31.120Z","name":"patient.viewed","patient":"${patient}","practice":"${envelope.practice}","prev":"${firstPrev}","reason":"treating","route":"portal","seq":0,"v":1}`,
      leaf: leafHash(stored.body),
    });
  });

  it("has no patient when the event is the practice's", () => {
    const event = { name: "settings.changed", changed: ["phone"] } as const;
    expect(
      storedEvent(eventBody({ ...envelope, event: { ...event, changed: ["phone"] } })).patientId,
    ).toBeNull();
  });

  it.each(["Ana Ruiz", "ana@patients.test", "Nuñez", "", "x".repeat(129)])(
    "refuses words of people: %s",
    (outcome) => {
      const event = { name: "conversation.concluded", patient, conversationId: patient, outcome } as const;
      expect(() => eventBody({ ...envelope, event })).toThrow("Not opaque: event.outcome");
    },
  );

  it("says who acted: the staff member, the person, or the process", () => {
    expect(actorOf(systemContext("p", "worker"))).toEqual({ kind: "system", id: "worker" });
  });
});

describe("detailsCommitment", () => {
  it("depends on the salt and on every detail, not on their order", () => {
    const salt = Buffer.alloc(16, 1);
    const commitment = detailsCommitment(salt, { a: "1", b: "2" });
    expect(commitment).toBe(detailsCommitment(salt, { b: "2", a: "1" }));
    expect(commitment).not.toBe(detailsCommitment(salt, { a: "1", b: "3" }));
    expect(commitment).not.toBe(detailsCommitment(Buffer.alloc(16, 2), { a: "1", b: "2" }));
    expect(() => detailsCommitment(Buffer.alloc(8), {})).toThrow();
  });
});
