import { type BundleVerdict, verifyBundle } from "@/lib/audit/verify-bundle";
import { count } from "./count";
import { readDocuments, readKeys, readNoted } from "./outside";
import { type Shell, worse } from "./shell";

export type BundleOptions = {
  key?: string[];
  document?: string[];
  against?: string;
  noted?: string[];
  json?: boolean;
};

/** Says what the files of an export show by themselves, and by what reached the reader another way. */
export async function tellOfBundle(
  folder: string,
  { key, document, against, noted, json }: BundleOptions,
  shell: Shell,
) {
  const place = shell.file(folder);
  const outside = {
    ...(key && { keys: await readKeys(key, shell) }),
    ...(document && { documents: await readDocuments(document, place, shell) }),
    ...(against && { against: shell.file(against) }),
    ...(noted && { noted: await readNoted(noted, shell) }),
  };
  const verdict = await verifyBundle(place, outside);
  shell.say(json ? JSON.stringify(asFound(verdict), null, 2) : sentence(verdict, Object.keys(outside)));
  if (!verdict.ok || verdict.unsigned > 0) worse(shell, 1);
}

function asFound(verdict: BundleVerdict) {
  if (!verdict.ok) {
    const { ok, seq: entry, reason, sentence } = verdict;
    return { ok, entry, reason, sentence };
  }
  const { size, root, checkpointsChecked: checkpoints, signedSize: signed, unsigned, vouchedFor } = verdict;
  return { ok: unsigned === 0, size, root, checkpoints, signed, unsigned, vouchedFor };
}

function sentence(verdict: BundleVerdict, outside: string[]): string {
  if (!verdict.ok) {
    const at = verdict.seq === null ? "" : ` at entry ${verdict.seq}`;
    return `the trail does not hold${at} (${verdict.reason}). ${verdict.sentence}`;
  }
  const { size, checkpointsChecked, unsigned } = verdict;
  const counted = `${count(size, "entry", "entries")}, ${count(checkpointsChecked, "signed checkpoint", "signed checkpoints")}`;
  const from = size - unsigned;
  const tail =
    unsigned === 0
      ? ""
      : `${unsigned === 1 ? `entry ${from} is` : `entries ${from} to ${size - 1} are`} signed by no checkpoint: anybody could have written ${unsigned === 1 ? "it" : "them"}. Before that, `;
  return `${tail}${holding(verdict, outside)}: ${counted}.${advice(verdict)}`;
}

type Sound = Extract<BundleVerdict, { ok: true }>;

const names: Record<string, string> = {
  keys: "the key you gave",
  documents: "the copies you gave",
  against: "the older export",
  noted: "what you noted",
};

/** With nothing from outside, whoever wrote all the files could have written any history. */
function holding({ size, unsigned, vouchedFor }: Sound, outside: string[]): string {
  if (vouchedFor === null) return "these files agree with each other";
  const by = outside.map((name) => names[name]).join(" and ");
  // The entry that tells of a signing comes after what it signed.
  if (vouchedFor >= size - unsigned - 1) return `the trail holds, by ${by}`;
  return `the trail holds up to entry ${vouchedFor - 1}, by ${by}; after that these files only agree with each other`;
}

function advice({ vouchedFor }: Sound): string {
  return vouchedFor === null
    ? " Whoever wrote all of them could have written any history. Give what reached you another way: --key, --document, --noted or --against."
    : "";
}
