import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { certificatesIn, pemOf } from "@/verifier/trust";
import { verifyDocument } from "@/verifier/verify-document";
import { fileIn, lacks, newFolder, othersSay } from "./foreign-tools.fixture";
import { sampleAuthority, samplePractice, sampleSeal, sealSample } from "./sealed-sample.fixture";
import { listen, startTimeService, type TimeService } from "./time-service.fixture";
import { timestampFrom } from "./timestamp";

const { name, slug } = samplePractice;
const trust = {
  authorities: [sampleAuthority.certificate],
  practices: [{ name, slug, certificates: [sampleSeal.certificate] }],
};
const digest = createHash("sha256").update("a signature").digest();

describe.skipIf(lacks("openssl"))("a time service", () => {
  let service: TimeService;
  beforeAll(async () => {
    service = await startTimeService();
  });
  afterAll(() => service.stop());

  test("gives a sealed document a trusted time when its authority is known", async () => {
    const { bytes, level, timestampFailure } = await sealSample({ timestamp: timestampFrom(service.url) });
    expect({ level, timestampFailure }).toEqual({ level: "B-T", timestampFailure: null });
    const timeAuthorities = certificatesIn(service.authorityPem);
    const { integrity, time } = await verifyDocument(bytes, { ...trust, timeAuthorities });
    expect(integrity.state).toBe("intact");
    expect(time).toEqual({ state: "trusted", at: expect.stringMatching(/Z$/), authority: "Time service" });
  });

  test.skipIf(lacks("pdfsig") || lacks("qpdf"))(
    "gives a seal that other people's programs accept",
    async () => {
      const { bytes } = await sealSample({ timestamp: timestampFrom(service.url) });
      const folder = newFolder();
      const ca = fileIn(folder, "authority.pem", pemOf(sampleAuthority.certificate));
      const said = othersSay(folder, bytes, ca);
      rmSync(folder, { recursive: true });
      expect(said).toEqual({ valid: true, total: true, qpdf: 0, openssl: 0 });
    },
  );

  test("that nobody here knows leaves the time a claim", async () => {
    const { bytes } = await sealSample({ timestamp: timestampFrom(service.url) });
    const { integrity, time } = await verifyDocument(bytes, trust);
    expect(integrity.state).toBe("intact");
    expect(time).toEqual({
      state: "claimed",
      at: "2026-11-23T17:04:40.000Z",
      reason: "unknown-time-service",
    });
  });

  test("with an RSA key serves as well", async () => {
    const rsa = await startTimeService("rsa");
    const { bytes } = await sealSample({ timestamp: timestampFrom(rsa.url) });
    await rsa.stop();
    const timeAuthorities = certificatesIn(rsa.authorityPem);
    expect((await verifyDocument(bytes, { ...trust, timeAuthorities })).time.state).toBe("trusted");
  });

  test("leaves no byte of its token that could be changed unnoticed", async () => {
    const { bytes } = await sealSample({ timestamp: timestampFrom(service.url) });
    const timeAuthorities = certificatesIn(service.authorityPem);
    const start = bytes.indexOf("/Contents <") + "/Contents <".length;
    const end = start + bytes.subarray(start).toString("latin1").search(/0{64}/);
    for (let at = start; at < end; at += 5) {
      const changed = Buffer.from(bytes);
      changed.write(changed.toString("latin1", at, at + 1) === "5" ? "a" : "5", at);
      const { integrity } = await verifyDocument(changed, { ...trust, timeAuthorities });
      expect(integrity.state, `digit ${at - start}`).not.toBe("intact");
    }
  }, 120_000);

  test("whose stamp is for something else is not put into a document", async () => {
    const stamp = timestampFrom(service.url);
    await expect(sealSample({ timestamp: () => stamp(digest) })).rejects.toThrow("broken-timestamp");
  });

  test("cannot answer with the stamp of an earlier question", async () => {
    let first: Buffer | null = null;
    const replay = await listen(
      createServer(async (request, response) => {
        const chunks = [];
        for await (const chunk of request) chunks.push(chunk);
        const answer = await fetch(service.url, { method: "POST", body: Buffer.concat(chunks) });
        first ??= Buffer.from(await answer.arrayBuffer());
        response.end(first);
      }),
    );
    const stamp = timestampFrom(replay.url);
    await stamp(digest);
    await expect(stamp(digest)).rejects.toMatchObject({ reason: "timestamp-unusable" });
    await replay.stop();
  });
});

describe("a time service that fails", () => {
  const failing = async (status: number, body: Uint8Array) => {
    const server = await listen(
      createServer((_, response) => {
        response.statusCode = status;
        response.end(body);
      }),
    );
    const outcome = await timestampFrom(server.url)(digest).catch((error: unknown) => error);
    await server.stop();
    return outcome;
  };

  test("by being switched off is unreachable", async () => {
    const { url, stop } = await listen(createServer());
    await stop();
    await expect(timestampFrom(url)(digest)).rejects.toMatchObject({ reason: "time-service-unreachable" });
  });

  test("by not answering in time is slow", async () => {
    const { url, stop } = await listen(createServer(() => {}));
    const stamp = timestampFrom(url, { timeLimitMs: 50 });
    await expect(stamp(digest)).rejects.toMatchObject({ reason: "time-service-slow" });
    await stop();
  });

  test("by an error page or a refusal has refused", async () => {
    expect(await failing(500, Buffer.from("no"))).toMatchObject({ reason: "time-service-refused" });
    const rejection = Buffer.from("30053003020102", "hex");
    expect(await failing(200, rejection)).toMatchObject({ reason: "time-service-refused" });
  });

  test("by sending something else is unusable", async () => {
    expect(await failing(200, Buffer.from("hello"))).toMatchObject({ reason: "timestamp-unusable" });
  });
});
