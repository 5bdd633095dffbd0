import { readFileSync, rmSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { fileIn, lacks, newFolder, run } from "@/lib/seal/foreign-tools.fixture";
import { sealSample } from "@/lib/seal/sealed-sample.fixture";
import { inSlot, outcomeOf, replaced, slotOf, verifyText } from "./forgeries.fixture";

/** The sample in the shape of another program, and in ours. */
let shapes: Record<"theirs" | "ours", string>;
beforeAll(async () => {
  const ours = (await sealSample()).bytes.toString("latin1");
  shapes = { ours, theirs: replaced(ours, "%PDF-1.7", "%PDF-1.6") };
});

function signedElsewhere(text: string, hash: string): string {
  const folder = newFolder();
  const { start, end } = slotOf(text);
  const content = fileIn(folder, "content", Buffer.from(text.slice(0, start) + text.slice(end), "latin1"));
  const [key, certificate, seal] = ["key.pem", "certificate.pem", "seal.der"].map(
    (name) => `${folder}/${name}`,
  );
  const files = { key: key ?? "", certificate: certificate ?? "", seal: seal ?? "" };
  run("openssl", [
    ...["req", "-x509", "-nodes", "-config", "/dev/null", "-subj", "/CN=Somebody", "-newkey", "rsa:2048"],
    ...["-addext", "basicConstraints=critical,CA:true"],
    ...["-keyout", files.key, "-out", files.certificate],
  ]);
  run("openssl", [
    ...["cms", "-sign", "-binary", "-md", hash, "-in", content, "-signer", files.certificate],
    ...["-inkey", files.key, "-outform", "DER", "-out", files.seal],
  ]);
  const signed = readFileSync(files.seal).toString("hex");
  rmSync(folder, { recursive: true });
  return inSlot(text, (hex) => signed.padEnd(hex.length, "0"));
}

describe.skipIf(lacks("openssl"))("a file that another program signed, and nobody changed", () => {
  test.each(["sha256", "sha384", "sha512"])("with %s is called foreign, not changed", async (hash) => {
    expect(outcomeOf(await verifyText(signedElsewhere(shapes.theirs, hash)))).toBe("wrong-shape");
  });

  test("with SHA-512 in our own shape is called foreign too", async () => {
    expect(outcomeOf(await verifyText(signedElsewhere(shapes.ours, "sha512")))).toBe("wrong-shape");
  });

  test("is called changed once it was", async () => {
    const signed = signedElsewhere(shapes.theirs, "sha256");
    expect(outcomeOf(await verifyText(replaced(signed, "841.89001", "841.89002")))).toBe("byte-changed");
  });
});
