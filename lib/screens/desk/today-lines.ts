import type { listOpenConversations } from "@/lib/conversations/queries";
import type { listFailingSeals } from "@/lib/documents/failing-seals";
import type { listOpenDuties } from "@/lib/duties/queries";
import type { listLockedEntries } from "@/lib/patients/locked-entries";
import type { listUndelivered } from "@/lib/patients/undelivered";
import type { listRefusedMail } from "@/lib/sweeps/refused-mail";
import type { waitingWishes } from "@/lib/wishes/list-wishes";

type Listed<List extends (...given: never[]) => Promise<readonly unknown[]>> = Awaited<
  ReturnType<List>
>[number];
type Wishes = Awaited<ReturnType<typeof waitingWishes>>;

export type TodayRead = {
  undelivered: Listed<typeof listUndelivered>[];
  refusedMail: Listed<typeof listRefusedMail>[];
  failingSeals: Listed<typeof listFailingSeals>[];
  lockedEntries: Listed<typeof listLockedEntries>[];
  duties: (Listed<typeof listOpenDuties> & { title: string })[];
  conversations: (Listed<typeof listOpenConversations> & { title: string | null })[];
  wishes: Pick<Wishes, "toAnswer" | "toReview" | "next">;
};

type About = {
  patientId: string;
  legalName: string;
  /** The day it was or will be due, or since when it waits; null of what is only to know. */
  due: string | null;
  /** Did not arrive. */
  isAlarm?: boolean;
  /** Anybody of the office can settle it. */
  isPractical?: boolean;
  /** Whose it is besides whoever treats the patient. */
  ownerId?: string;
};

/** One line of Today, which one act settles. */
export type TodayLine = About &
  (
    | { what: "unreached"; mail: TodayRead["undelivered"][number] }
    | { what: "refused"; mail: TodayRead["refusedMail"][number] }
    | { what: "seal"; seal: TodayRead["failingSeals"][number] }
    | { what: "locked"; phone: string | null }
    | { what: "duty"; duties: TodayRead["duties"] }
    | { what: "talk"; talks: TodayRead["conversations"] }
    | { what: "wish"; wish: Wishes["toAnswer"][number] }
    | { what: "next"; next: Wishes["next"][number] }
  );

/** What waits, a line for each act: duties of a kind are done together, and texts are talked about together. */
export function linesOf(read: TodayRead, dayOf: (at: Date) => string, day: string): TodayLine[] {
  const { undelivered, refusedMail, failingSeals, lockedEntries, wishes } = read;
  const told = new Set(undelivered.map(({ patientId }) => patientId));
  const duties = Map.groupBy(
    read.duties,
    ({ patientId, kind, ownerId }) => `${patientId} ${kind} ${ownerId}`,
  );
  const talks = Map.groupBy(read.conversations, ({ patientId, wishId }) => `${patientId} ${wishId ?? ""}`);
  return [
    ...undelivered.map((mail) => ({
      what: "unreached" as const,
      ...of(mail),
      due: dayOf(mail.owedAt),
      mail,
      isAlarm: true,
      isPractical: true,
    })),
    ...refusedMail
      .filter(({ patientId }) => !told.has(patientId))
      .map((mail) => ({
        what: "refused" as const,
        ...of(mail),
        due: dayOf(mail.owedAt),
        mail,
        isAlarm: true,
        isPractical: true,
      })),
    ...failingSeals.map((seal) => ({
      what: "seal" as const,
      ...of(seal),
      due: dayOf(seal.failedAt),
      seal,
      isPractical: true,
    })),
    ...lockedEntries.map(({ lastMissAt, phone, ...one }) => ({
      what: "locked" as const,
      ...of(one),
      due: lastMissAt && dayOf(lastMissAt),
      phone,
      isPractical: true,
    })),
    ...[...duties.values()].flatMap((same) => {
      const [first] = same;
      const owner = first && { due: first.dueOn, ownerId: first.ownerId };
      return owner ? [{ what: "duty" as const, ...of(first), ...owner, duties: same }] : [];
    }),
    ...[...talks.values()].flatMap((same) => {
      const [first] = same;
      return first ? [{ what: "talk" as const, ...of(first), due: dayOf(first.wantedAt), talks: same }] : [];
    }),
    ...wishes.toAnswer.map((wish) => ({ what: "wish" as const, ...of(wish), due: wish.answerBy, wish })),
    ...wishes.toReview.map((wish) => ({ what: "wish" as const, ...of(wish), due: day, wish })),
    ...wishes.next.map((next) => ({
      what: "next" as const,
      ...of(next),
      due: null,
      next,
      isPractical: true,
    })),
  ];
}

function of({ patientId, legalName }: { patientId: string; legalName: string }) {
  return { patientId, legalName };
}
