import { randomBytes } from "node:crypto";
import { demoDisclosures } from "@/demo/texts/demo-disclosures";
import type { DemoStaff } from "@/demo/world";
import { listHeldMemberships } from "@/lib/auth/memberships";
import { findAsStaff } from "@/lib/auth/person";
import { type Arrival, type StaffContext, systemContext } from "@/lib/context";
import { listDisclosures } from "@/lib/disclosures/queries";
import { inSignIn, readPractice } from "@/lib/in-practice";
import { createPractice } from "@/lib/practices/create-practice";
import { writeDisclosure, writeNextVersion } from "@/test/factory-texts";

/** A practice a story acts in: its people, and its disclosures by key. */
export type StoryPractice = {
  slug: string;
  practiceId: string;
  staff: DemoStaff;
  texts: Map<string, string>;
};

export const demoStaff = {
  owner: "owner@harbor.test",
  therapist: "therapist@harbor.test",
  office: "office@harbor.test",
  auditor: "auditor@harbor.test",
};

export async function openHarbor(): Promise<StoryPractice> {
  return openPractice("harbor", demoStaff);
}

export async function openLakeside(): Promise<StoryPractice> {
  const everything = "owner@lakeside.test";
  return openPractice("lakeside", {
    owner: everything,
    therapist: everything,
    office: everything,
    auditor: everything,
  });
}

/** A practice of one, for stories that publish: nobody else's questions change under them. */
export async function makePractice(keys: string[]): Promise<StoryPractice & { ownerEmail: string }> {
  const slug = `story-${randomBytes(4).toString("hex")}`;
  const ownerEmail = `owner@${slug}.test`;
  const { practiceId } = await createPractice("demo", {
    slug,
    name: "Story Practice",
    timeZone: "America/Los_Angeles",
    phone: "(555) 010-0300",
    crisisLine: { en: "988 or 911", es: "988 (pulse 2) o 911" },
    owner: { name: "Dr. Ines Alder", email: ownerEmail, treatsPatients: true },
  });
  const ctx = systemContext(practiceId, "demo");
  for (const text of demoDisclosures.filter(({ key }) => keys.includes(key))) {
    const { id } = await writeDisclosure(ctx, { kind: text.kind, key: text.key });
    const [first] = text.versions;
    if (first) await writeNextVersion(ctx, id, first);
  }
  const people = { owner: ownerEmail, therapist: ownerEmail, office: ownerEmail, auditor: ownerEmail };
  return { ...(await openPractice(slug, people)), ownerEmail };
}

/** Publishes the next text of the demo, and says what changed. */
export async function publishSecond({ staff, texts }: StoryPractice, key: string): Promise<string> {
  const second = demoDisclosures.find((text) => text.key === key)?.versions[1];
  const disclosureId = texts.get(key);
  if (!second || !disclosureId) throw new Error(`The demo has no second text of ${key}`);
  await writeNextVersion(staff.owner, disclosureId, second);
  return second.texts.en.changeSummary ?? "";
}

async function openPractice(slug: string, people: Record<keyof DemoStaff, string>): Promise<StoryPractice> {
  const staff = {
    owner: await staffNamed(slug, people.owner),
    therapist: await staffNamed(slug, people.therapist),
    office: await staffNamed(slug, people.office),
    auditor: await staffNamed(slug, people.auditor),
  };
  const { practiceId } = staff.owner;
  const listed = await readPractice(staff.owner, (tx) => listDisclosures(tx, staff.owner));
  return {
    slug,
    practiceId,
    staff,
    texts: new Map(listed.toReversed().map(({ kind, id }) => [keyOf(kind), id])),
  };
}

/** What the demo's texts are called in it; a text that is begun there gets its key from its title. */
function keyOf(kind: string): string {
  return demoDisclosures.find((text) => text.kind === kind)?.key ?? kind;
}

async function staffNamed(slug: string, email: string): Promise<StaffContext> {
  const held = await inSignIn((tx) => listHeldMemberships(tx, { email }));
  const mailbox = held.find((one) => one.slug === slug);
  if (!mailbox) throw new Error(`${email} does not work at ${slug}`);
  const { userId, practiceId } = mailbox;
  const found = await readPractice(systemContext(practiceId, "demo"), (tx, now) =>
    findAsStaff(tx, { userId, practiceId, arrival: arrivedAt(now) }),
  );
  if (!found) throw new Error(`${email} does not work at ${slug}`);
  return found;
}

function arrivedAt(now: Date): Arrival {
  return { ip: null, userAgent: null, authentication: "email-link", authenticatedAt: now };
}
