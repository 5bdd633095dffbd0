import type { OfferedWitness } from "@/lib/env";
import { parseCheckpoint } from "@/verifier/trail/checkpoint";
import { type Cosignature, cosignaturesOf } from "@/verifier/trail/cosignature";

export type Answered =
  | { said: "confirmed"; cosignature: Cosignature }
  /** It has confirmed so many entries, and wants a proof from there. */
  | { said: "knows"; size: number }
  | { said: "another-history" | "unknown-history" | "unknown-signer" | "unusable" | "unreachable" };

const timeLimitMs = 5_000;
const mostBytes = 16 * 1024;

/** Submits a checkpoint to a witness (C2SP tlog-witness). What it answers is believed only with its signature. */
export async function askWitness(
  witness: OfferedWitness,
  submission: string,
  note: string,
): Promise<Answered> {
  const response = await send(`${witness.url}/add-checkpoint`, submission);
  if (!response) return { said: "unreachable" };
  const { status, body } = response;
  switch (status) {
    case 200: {
      const checkpoint = parseCheckpoint(note + body);
      const [cosignature] = checkpoint ? await cosignaturesOf(checkpoint, [witness]) : [];
      return cosignature ? { said: "confirmed", cosignature } : { said: "unusable" };
    }
    case 403:
      return { said: "unknown-signer" };
    case 404:
      return { said: "unknown-history" };
    case 409: {
      const size = /^(0|[1-9]\d{0,14})\n?$/.exec(body)?.[1];
      return size === undefined ? { said: "unusable" } : { said: "knows", size: Number(size) };
    }
    case 422:
      return { said: "another-history" };
    default:
      return { said: status >= 500 ? "unreachable" : "unusable" };
  }
}

/** Null where nobody answers in time, or says more than any witness. */
async function send(url: string, body: string): Promise<{ status: number; body: string } | null> {
  try {
    const signal = AbortSignal.timeout(timeLimitMs);
    const response = await fetch(url, { method: "POST", body, redirect: "error", signal });
    return { status: response.status, body: await readText(response) };
  } catch {
    return null;
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw new Error("A witness says no more than a few lines");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
