import { and, asc, eq } from "drizzle-orm";
import { checkpointKeys, checkpoints, cosignatures, cosigningFailures } from "@/db/schema";
import type { OfferedWitness } from "@/lib/env";
import { inPractice, readPractice } from "@/lib/in-practice";
import { chooseWitnesses } from "@/lib/practices/choose-witnesses";
import type { TestDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";
import { recordEvents } from "../record-event";
import { signTrail } from "../sign-checkpoint";

export type Made = Awaited<ReturnType<typeof makePractice>>;

export async function write({ system }: Made, count = 3) {
  await inPractice(system, (tx) =>
    recordEvents(tx, system, Array(count).fill({ name: "settings.changed", changed: ["phone"] })),
  );
}

/** A practice that shows its history to these, of which all have to confirm. */
export async function showing(...offered: OfferedWitness[]) {
  const made = await makePractice();
  const witnesses = offered.map(({ verifierKey }) => verifierKey);
  await chooseWitnesses(made.owner, { witnesses, quorum: witnesses.length }, offered);
  await write(made);
  await signTrail(made.system);
  const [key] = await readPractice(made.system, (tx) =>
    tx.select().from(checkpointKeys).where(eq(checkpointKeys.practiceId, made.practice.id)),
  );
  const origin = `localhost:3000/audit/${made.practice.id}`;
  return { ...made, origin, key: key?.publicKey.toString("hex") ?? "" };
}

export async function grow(made: Made, count = 3) {
  await write(made, count);
  await signTrail(made.system);
}

export const confirmed = ({ system }: Made) =>
  readPractice(system, (tx) =>
    tx
      .select({
        size: checkpoints.size,
        note: checkpoints.note,
        line: cosignatures.line,
        witness: cosignatures.witness,
      })
      .from(cosignatures)
      .innerJoin(
        checkpoints,
        and(
          eq(checkpoints.practiceId, cosignatures.practiceId),
          eq(checkpoints.id, cosignatures.checkpointId),
        ),
      )
      .where(eq(cosignatures.practiceId, system.practiceId))
      .orderBy(asc(checkpoints.size)),
  );

export const failures = ({ system }: Made) =>
  readPractice(system, (tx) =>
    tx
      .select()
      .from(cosigningFailures)
      .where(eq(cosigningFailures.practiceId, system.practiceId))
      .orderBy(asc(cosigningFailures.failedAt)),
  );

/** What a superuser of the database can do behind everybody's back. */
export function tampering({ asSuperuser }: Pick<TestDatabase, "asSuperuser">) {
  return {
    later: ({ practice }: Made) =>
      asSuperuser(`update cosigning_failures
        set next_try_at = next_try_at - interval '2 hours', failed_at = failed_at - interval '2 hours'
        where practice_id = '${practice.id}';
        update checkpoints set signed_at = signed_at - interval '2 hours' where practice_id = '${practice.id}';
        update witness_choices set chosen_at = chosen_at - interval '2 hours' where practice_id = '${practice.id}'`),
    forget: ({ practice }: Made) =>
      asSuperuser(`delete from cosignatures where practice_id = '${practice.id}'`),
    /** The database as an older backup has it: what came after the first checkpoint never happened. */
    setBack: ({ practice }: Made) => {
      const ours = `practice_id = '${practice.id}'`;
      const cut = `${ours} and checkpoint_id <> (select id from checkpoints where ${ours} order by size limit 1)`;
      return asSuperuser(`delete from cosignatures where ${cut}; delete from cosigning_failures where ${cut};
        delete from checkpoints where ${ours} and size > (select min(size) from checkpoints where ${ours});
        delete from events where ${ours} and seq > (select size from checkpoints where ${ours});
        update audit_heads set size = e.seq + 1, leaf = e.leaf, at = e.at
          from (select * from events where ${ours} order by seq desc limit 1) e
         where audit_heads.practice_id = e.practice_id`);
    },
  };
}
