import { readPractice } from "@/lib/in-practice";
import { addStarters } from "@/lib/safeguards/add-starters";
import { attestSafeguard } from "@/lib/safeguards/attest-safeguard";
import { listSafeguards } from "@/lib/safeguards/queries";
import type { StarterKey } from "@/lib/safeguards/starters";
import type { StoryPractice } from "./practices";

type Practice = Pick<StoryPractice, "staff">;

/** The id of a claim the practice makes, from the prepared ones; made now if nobody made it before. */
export async function madeClaim({ staff }: Practice, key: StarterKey = "screen-locked"): Promise<string> {
  const { owner } = staff;
  const find = async () => {
    const made = await readPractice(owner, (tx) => listSafeguards(tx, owner));
    return made.find((one) => one.key === key)?.id;
  };
  const before = await find();
  if (before) return before;
  // Another story may make it at the same moment.
  await addStarters(owner, { keys: [key], platformId: null }).catch(() => null);
  return (await find()) ?? "";
}

/** A check of the owner's own account on that day, with a file. */
export async function checked({ staff }: Practice, safeguardId: string, checkedOn: string) {
  const { owner } = staff;
  const said = { safeguardId, staffId: owner.staffId, outcome: "holds", checkedOn, note: null } as const;
  const file = { name: "settings.pdf", bytes: Buffer.from("%PDF-1.4") };
  return (await attestSafeguard(owner, said, file)).attestationId;
}
