import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Refused } from "@/lib/errors";
import { lacks } from "@/lib/seal/foreign-tools.fixture";
import { sampleRecord, sealSample } from "@/lib/seal/sealed-sample.fixture";
import { startTimeService, type TimeService } from "@/lib/seal/time-service.fixture";
import { timestampFrom } from "@/lib/seal/timestamp";
import { childAt, childrenOf, type Der, readDer, tags } from "./der";
import { outcomeOf, sampleTrust } from "./forgeries.fixture";
import type { SealParts } from "./seal";
import { restamped } from "./stamp-forgeries.fixture";
import { readTimestamp } from "./timestamp-token";
import { certificatesIn } from "./trust";
import { verifyDocument } from "./verify-document";
import { sayVerdict } from "./wording";
import { der, integer, joined, octets, sequence } from "./write-der";

let service: TimeService;
let other: TimeService;
let stamped = "";
let plain = "";
/** As they were sealed before the record told of a stamp. */
let olderStamped = "";
let olderFailed = "";

const silent = JSON.stringify({ record: sampleRecord });
const failing = async () => {
  throw new Refused("time-service-slow");
};
const textOf = async (...changes: Parameters<typeof sealSample>) =>
  (await sealSample(...changes)).bytes.toString("latin1");

const verify = (text: string) =>
  verifyDocument(Buffer.from(text, "latin1"), {
    ...sampleTrust,
    timeAuthorities: [service, other].flatMap(({ authorityPem }) => certificatesIn(authorityPem)),
  });

/** Writes a token again with some of its parts changed. */
function rewritten(token: Uint8Array, change: (parts: Der[]) => Uint8Array[]): Uint8Array {
  const [kind, content] = childrenOf(readDer(token), tags.sequence);
  const signedData = childrenOf(
    childAt(
      childrenOf(
        childAt(
          [content].flatMap((one) => one ?? []),
          0,
        ),
        0xa0,
      ),
      0,
    ),
    tags.sequence,
  );
  return sequence(kind?.bytes ?? new Uint8Array(), der(0xa0, sequence(...change(signedData))));
}

const p384Order = BigInt(
  "0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973",
);

function mirrored(signature: Uint8Array): Uint8Array {
  const [r, s] = childrenOf(readDer(signature), tags.sequence);
  const digits = p384Order - BigInt(`0x${Buffer.from(s?.content ?? []).toString("hex")}`);
  return sequence(
    r?.bytes ?? new Uint8Array(),
    integer(Buffer.from(digits.toString(16).padStart(96, "0"), "hex")),
  );
}

const mirroredToken = (token: Uint8Array) =>
  rewritten(token, (parts) => {
    const signer = childrenOf(childAt(childrenOf(childAt(parts, 4), tags.set), 0), tags.sequence);
    const fields = signer.map(({ bytes }) => bytes);
    fields[5] = octets(mirrored(childAt(signer, 5).content));
    return [...parts.slice(0, 4).map(({ bytes }) => bytes), der(tags.set, sequence(...fields))];
  });

const withCertificates = (token: Uint8Array, change: (certificates: Uint8Array[]) => Uint8Array[]) =>
  rewritten(token, (parts) =>
    parts.map((part, index) =>
      index === 3 ? der(0xa0, joined(change(childrenOf(part, 0xa0).map(({ bytes }) => bytes)))) : part.bytes,
    ),
  );

async function onlyLeaf(token: Uint8Array, { signature }: SealParts): Promise<Uint8Array> {
  const digest = createHash("sha256").update(signature).digest();
  const leaf = (await readTimestamp(token, digest)).chain[0]?.bytes ?? new Uint8Array();
  return withCertificates(token, () => [leaf]);
}

const anew = async (from: TimeService, { signature }: SealParts) =>
  timestampFrom(from.url)(createHash("sha256").update(signature).digest());

type Change = Parameters<typeof restamped>[1];
const changes: [string, Change, string][] = [
  ["removed", async () => null, "stamp-missing"],
  [
    "without the practice's signature over it",
    async ({ token }) => ({ token, kept: null }),
    "broken-timestamp",
  ],
  ["mirrored", async ({ token, kept }) => ({ token: mirroredToken(token), kept }), "broken-timestamp"],
  [
    "with the certificate of the service alone",
    async ({ token, kept }, parts) => ({ token: await onlyLeaf(token, parts), kept }),
    "broken-timestamp",
  ],
  [
    "with its certificates in another order",
    async ({ token, kept }) => ({ token: withCertificates(token, (all) => all.toReversed()), kept }),
    "broken-timestamp",
  ],
  [
    "exchanged for a later one of the same service",
    async ({ kept }, parts) => ({ token: await anew(service, parts), kept }),
    "broken-timestamp",
  ],
  [
    "exchanged for one of another service",
    async (_, parts) => ({ token: await anew(other, parts), kept: null }),
    "broken-timestamp",
  ],
];

describe.skipIf(lacks("openssl"))("a time stamp", () => {
  beforeAll(async () => {
    service = await startTimeService();
    other = await startTimeService();
    const timestamp = timestampFrom(service.url);
    stamped = await textOf({ timestamp });
    plain = await textOf();
    olderStamped = await restamped(await textOf({ timestamp, record: silent }), async ({ token }) => ({
      token,
      kept: null,
    }));
    olderFailed = await restamped(await textOf({ timestamp, record: silent }), async () => null);
  });
  afterAll(async () => {
    await service.stop();
    await other.stop();
  });

  test("that the practice was given makes the time trusted", async () => {
    const { integrity, time } = await verify(stamped);
    expect([integrity, time.state]).toEqual([{ state: "intact" }, "trusted"]);
  });

  test.each(changes)("%s is a finding, and no trusted time", async (_, change, reason) => {
    const verdict = await verify(await restamped(stamped, change));
    expect(outcomeOf(verdict)).toBe(reason);
    expect(verdict.time.state).toBe("not-judged");
  });

  test.each([
    ["that none was asked for", () => plain],
    ["that the service did not answer", () => textOf({ timestamp: failing })],
  ])("put into a file that says %s is a finding", async (_, make) => {
    const text = await make();
    expect((await verify(text)).integrity).toEqual({ state: "intact" });
    const added = await restamped(text, async (_stamp, parts) => ({
      token: await anew(service, parts),
      kept: null,
    }));
    expect(outcomeOf(await verify(added))).toBe("stamp-added");
  });

  test("of a file sealed before its record told of it is no part of what is called unchanged", async () => {
    const older = [olderStamped, olderFailed];
    for (const [, change] of changes) older.push(await restamped(olderStamped, change));
    for (const text of older) {
      const verdict = await verify(text);
      expect(verdict.integrity).toEqual({ state: "intact", except: "stamp" });
      expect(verdict.identity.state).toBe("known");
      expect(sayVerdict(verdict, "en").integrity.says).toMatch(/^Apart from a time stamp, nothing/);
    }
    expect((await verify(await textOf({ record: silent }))).integrity).toEqual({ state: "intact" });
  });
});
