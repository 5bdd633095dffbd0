import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { sampleAuthority, sampleSeal } from "@/lib/seal/sealed-sample.fixture";
import { buildVerifierHtml } from "@/verifier/build";
import { pemOf } from "@/verifier/trust";

let html = "";
const certificatesPem = [pemOf(sampleAuthority.certificate), pemOf(sampleSeal.certificate)];
beforeAll(async () => {
  html = await buildVerifierHtml({ certificatesPem });
});

describe("the verifier in one file", () => {
  test("asks nobody for anything", () => {
    expect(html).not.toMatch(/(src|href|action)\s*=/i);
    expect(html).not.toMatch(/(?<!createObject)url\(|@import|https?:\/\//i);
    expect(html).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon/);
    expect(html).toContain("default-src 'none'");
  });

  test("runs exactly the one script and the one style it was built with", () => {
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const [, script = ""] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
    for (const [kind, text] of [
      ["style-src", style],
      ["script-src", script],
    ]) {
      const hash = createHash("sha256")
        .update(text ?? "")
        .digest("base64");
      expect(html).toContain(`${kind} 'sha256-${hash}'`);
    }
    expect(html.match(/<script/g)?.length).toBe(2);
    expect(script.length).toBeGreaterThan(10_000);
  });

  test("carries the certificates it was given, and none otherwise", async () => {
    const [, json = ""] = /id="certificates">([^<]*)</.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual(certificatesPem);
    expect(await buildVerifierHtml()).toContain('id="certificates">[]<');
  });

  test("is small enough to go with every export", () => {
    expect(html.length).toBeLessThan(100_000);
  });
});
