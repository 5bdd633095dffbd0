import { bundleFolder } from "@/lib/audit/bundle-folder";
import { sayBundle } from "@/verifier/trail/say-bundle";
import { type BundleVerdict, verifyBundle } from "@/verifier/trail/verify-bundle";
import { readDocuments, readKeys, readNoted, readQuorum } from "./outside";
import { type Shell, worse } from "./shell";

export type BundleOptions = {
  key?: string[];
  document?: string[];
  against?: string;
  noted?: string[];
  witness?: string[];
  quorum?: number;
  json?: boolean;
};

/** Says what the files of an export show by themselves, and by what reached the reader another way. */
export async function tellOfBundle(
  folder: string,
  { key, document, against, noted, witness, quorum, json }: BundleOptions,
  shell: Shell,
) {
  const place = shell.file(folder);
  const verdict = await verifyBundle(bundleFolder(place), {
    ...(key && { keys: await readKeys(key, shell) }),
    ...(document && { documents: await readDocuments(document, place, shell) }),
    ...(against && { against: bundleFolder(shell.file(against)) }),
    ...(noted && { noted: await readNoted(noted, shell) }),
    ...((witness || quorum) && { witnesses: await readQuorum(witness ?? [], quorum, shell) }),
  });
  shell.say(json ? JSON.stringify(asFound(verdict), null, 2) : inWords(verdict));
  if (!verdict.ok || verdict.unsigned + verdict.unconfirmed > 0) worse(shell, 1);
}

function asFound(verdict: BundleVerdict) {
  if (!verdict.ok) {
    const { ok, seq: entry, reason, says } = verdict;
    return { ok, entry, reason, sentence: says.en };
  }
  const { size, root, checkpointsChecked: checkpoints, signedSize: signed } = verdict;
  const { unsigned, unconfirmed, vouchedFor } = verdict;
  const ok = unsigned + unconfirmed === 0;
  return { ok, size, root, checkpoints, signed, unsigned, unconfirmed, vouchedFor };
}

function inWords(verdict: BundleVerdict): string {
  if (!verdict.ok) {
    const at = verdict.seq === null ? "" : ` at entry ${verdict.seq}`;
    return `The trail does not hold${at} (${verdict.reason}). ${verdict.says.en}`;
  }
  const { state, says, doesNotProve } = sayBundle(verdict, "en");
  const advice = "Give what reached you another way: --key, --document, --noted, --against or --witness.";
  return state === "agrees" ? `${says} ${doesNotProve} ${advice}` : says;
}
