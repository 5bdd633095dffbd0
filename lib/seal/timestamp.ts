import { randomBytes } from "node:crypto";
import { Refused } from "@/lib/errors";
import { oids } from "@/verifier/crypto-names";
import { childAt, childrenOf, type Der, readDer, sameBytes, tags } from "@/verifier/der";
import { NotAccepted } from "@/verifier/not-accepted";
import { readTimestamp } from "@/verifier/timestamp-token";
import { der, integer, octets, oid, sequence } from "@/verifier/write-der";

export type TimestampFailure =
  | "time-service-unreachable"
  | "time-service-slow"
  | "time-service-refused"
  | "timestamp-unusable";

/** Asks the time service at `url` (RFC 3161 over HTTP) to stamp a SHA-256 digest; answers with the token. */
export function timestampFrom(url: string, { timeLimitMs = 10_000 } = {}) {
  return async (digest: Buffer): Promise<Buffer> => {
    const nonce = integer(Uint8Array.of(0x40, ...randomBytes(8)));
    const response = await send(url, timestampRequest(digest, nonce), timeLimitMs);
    const token = readAsUsable(() => tokenIn(response));
    const stamp = await readTimestamp(token, digest).catch(asUnusable);
    if (!stamp.nonce || !sameBytes(stamp.nonce, nonce))
      throw new Refused<TimestampFailure>("timestamp-unusable");
    return Buffer.from(token);
  };
}

function timestampRequest(digest: Buffer, nonce: Uint8Array): Uint8Array {
  const imprint = sequence(sequence(oid(oids.sha256), der(tags.null)), octets(digest));
  const wantsCertificate = der(tags.boolean, Uint8Array.of(0xff));
  return sequence(integer(Uint8Array.of(1)), imprint, nonce, wantsCertificate);
}

async function send(url: string, request: Uint8Array, timeLimitMs: number): Promise<Uint8Array> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/timestamp-query" },
      body: Buffer.from(request),
      signal: AbortSignal.timeout(timeLimitMs),
      redirect: "error",
    });
    if (!response.ok)
      throw new Refused<TimestampFailure>("time-service-refused", { status: response.status });
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof Refused) throw error;
    const isSlow = error instanceof DOMException && error.name === "TimeoutError";
    throw new Refused<TimestampFailure>(isSlow ? "time-service-slow" : "time-service-unreachable");
  }
}

function tokenIn(response: Uint8Array): Uint8Array {
  const [status, token] = childrenOf(readDer(response), tags.sequence);
  if (!status || !isGranted(status)) throw new Refused<TimestampFailure>("time-service-refused");
  if (!token) throw new NotAccepted("malformed");
  return token.bytes;
}

function isGranted(status: Der): boolean {
  const { content } = childAt(childrenOf(status, tags.sequence), 0, tags.integer);
  return content.length === 1 && (content[0] === 0 || content[0] === 1);
}

function readAsUsable<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    return asUnusable(error);
  }
}

function asUnusable(error: unknown): never {
  if (error instanceof NotAccepted && error.reason === "malformed") {
    throw new Refused<TimestampFailure>("timestamp-unusable");
  }
  throw error;
}
