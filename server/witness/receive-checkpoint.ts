import {
  type Checkpoint,
  parseCheckpoint,
  type TrailKey,
  verifyCheckpoint,
} from "@/verifier/trail/checkpoint";
import { isConsistent, longestProof } from "@/verifier/trail/consistency";

/** A history that is followed: the name it is signed under, and the keys that may sign it. */
export type Followed = { origin: string; keys: readonly TrailKey[] };

export type Refusal =
  | { refused: "malformed" | "unknown-history" | "unknown-signer" }
  /** `latest` is how much of the history was confirmed; what was submitted claims to go on from elsewhere. */
  | { refused: "not-the-latest"; latest: number }
  /** It does not begin with what was confirmed: there are two histories under one name. */
  | { refused: "another-history"; latest: number; isSameSize: boolean };

type Submission = { old: number; proof: string[]; note: string; checkpoint: Checkpoint };

/** What is submitted, if somebody signed it who is followed. Refused in the order in which C2SP tlog-witness asks. */
export async function receiveCheckpoint(
  body: string,
  followed: readonly Followed[],
): Promise<Submission | Refusal> {
  const submission = readSubmission(body);
  if (!submission) return { refused: "malformed" };
  const { old, checkpoint } = submission;
  const { origin, size } = checkpoint;
  const keys = followed.flatMap((one) => (one.origin === origin ? one.keys : []));
  if (keys.length === 0) return { refused: "unknown-history" };
  if (!(await verifyCheckpoint(checkpoint, origin, keys))) return { refused: "unknown-signer" };
  return old > size ? { refused: "malformed" } : submission;
}

/** Why a witness that confirmed `latest` of a history, or nothing of it yet, may not confirm this. */
export function whyNotConfirm(
  { old, proof, checkpoint }: Submission,
  latest: Checkpoint | null,
): Refusal | null {
  const { size, root } = latest ?? { size: 0, root: checkpoint.root };
  if (old !== size) return { refused: "not-the-latest", latest: size };
  if (isConsistent({ size, root }, checkpoint, proof)) return null;
  return { refused: "another-history", latest: size, isSameSize: checkpoint.size === size };
}

/** "old N", the nodes of the proof, an empty line, and the note. */
function readSubmission(body: string): Submission | null {
  const end = body.indexOf("\n\n");
  const [first = "", ...nodes] = body.slice(0, end).split("\n");
  const old = Number(/^old (0|[1-9]\d*)$/.exec(first)?.[1]);
  const proof = nodes.map(hexOfNode);
  const note = body.slice(end + 2);
  const checkpoint = parseCheckpoint(note);
  if (end < 0 || !Number.isSafeInteger(old) || proof.length > longestProof || !checkpoint) return null;
  return proof.every((node) => node !== null) ? { old, proof, note, checkpoint } : null;
}

function hexOfNode(line: string): string | null {
  const bytes = Buffer.from(line, "base64");
  return bytes.length === 32 && bytes.toString("base64") === line ? bytes.toString("hex") : null;
}
