import { readFileSync, rmSync } from "node:fs";
import { PDF, PdfDict, PdfName, PdfString } from "@libpdf/core";
import { afterAll, describe, expect, test } from "vitest";
import { Refused } from "@/lib/errors";
import { readFirstDer } from "@/verifier/der";
import { slotOf } from "@/verifier/forgeries.fixture";
import { pemOf } from "@/verifier/trust";
import { fileIn, lacks, newFolder, run } from "./foreign-tools.fixture";
import {
  drawSample,
  sampleAuthority,
  samplePractice,
  sampleRecord,
  sealSample,
} from "./sealed-sample.fixture";

const folder = newFolder();
afterAll(() => rmSync(folder, { recursive: true }));

describe("a sealed document", () => {
  test("is one revision with one end, one range over the whole file and one seal", async () => {
    const { bytes, level, sha256 } = await sealSample();
    const text = bytes.toString("latin1");
    expect(text.split("startxref").length).toBe(2);
    expect(text.split("/ByteRange").length).toBe(2);
    expect(text.endsWith("%%EOF\n")).toBe(true);
    const { start, end } = slotOf(text);
    expect(text).toContain(`/ByteRange [0 ${start} ${end} ${bytes.length - end} `);
    expect(text).toContain("/SubFilter /ETSI.CAdES.detached");
    expect(text).toContain("/ESIC <<\n/BaseVersion /1.7\n/ExtensionLevel 2\n");
    expect(text).toMatch(
      /\/TransformMethod \/DocMDP\n\/TransformParams <<\n\/Type \/TransformParams\n\/P 1\n/,
    );
    expect(text).toContain("/M (D:20261123170440Z)");
    expect(level).toBe("B-B");
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("has the seal's reason and practice as text that cannot be read as syntax", async () => {
    const { bytes } = await sealSample({ signerName: "Łucja ) >> %%EOF", reason: "<< /JS (x) >>" });
    expect(bytes.toString("latin1")).not.toContain("/JS");
  });

  test("that already brings hidden parts is not sealed", async () => {
    const drawn = await PDF.load(await drawSample());
    const action = PdfDict.of({ S: PdfName.of("JavaScript"), JS: PdfString.fromString("x") });
    drawn.getCatalog().set("OpenAction", action);
    await expect(sealSample({ pdf: await drawn.save() })).rejects.toThrow("hidden-content");
  });

  test("without a usable time stamp is sealed all the same and says why", async () => {
    const timestamp = async () => {
      throw new Refused("time-service-slow");
    };
    expect(await sealSample({ timestamp })).toMatchObject({
      level: "B-B",
      timestampFailure: "time-service-slow",
    });
    const large = async () => Buffer.alloc(20_000);
    expect(await sealSample({ timestamp: large })).toMatchObject({ timestampFailure: "timestamp-unusable" });
  });
});

describe("other people's programs agree", () => {
  test.skipIf(lacks("pdfsig"))("pdfsig finds the signature valid and the whole document signed", async () => {
    const file = fileIn(folder, "pdfsig.pdf", (await sealSample()).bytes);
    const { output } = run("pdfsig", ["-nocert", file]);
    expect(output).toContain("Signature is Valid.");
    expect(output).toContain("Total document signed");
    expect(output).toContain("Signature Type: ETSI.CAdES.detached");
    expect(output).toContain(`Signer Certificate Common Name: ${samplePractice.name} seal`);
    expect(output).toContain("Signing Time: Nov 23 2026 17:04:40");
    expect(output).not.toContain("Signature #2");
  });

  test.skipIf(lacks("qpdf"))("qpdf finds no error and one attachment, the record", async () => {
    const file = fileIn(folder, "qpdf.pdf", (await sealSample()).bytes);
    expect(run("qpdf", ["--check", file])).toMatchObject({ status: 0 });
    expect(run("qpdf", ["--list-attachments", file]).output).toMatch(/^record\.json -> /);
    const { output } = run("qpdf", ["--show-attachment=record.json", file]);
    expect(JSON.parse(output).record).toEqual(sampleRecord);
  });

  test.skipIf(lacks("openssl"))(
    "openssl verifies the seal up to the authority, with exactly three attributes",
    async () => {
      const { bytes } = await sealSample();
      const text = bytes.toString("latin1");
      const { start, end } = slotOf(text);
      const padded = Buffer.from(text.slice(start + 1, end - 1), "hex");
      const seal = fileIn(folder, "seal.der", readFirstDer(padded).bytes);
      const content = fileIn(
        folder,
        "content",
        Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]),
      );
      const authority = fileIn(folder, "authority.pem", pemOf(sampleAuthority.certificate));
      const verify = ["cms", "-verify", "-binary", "-inform", "DER", "-in", seal, "-content", content];
      const verified = run("openssl", [
        ...verify,
        "-CAfile",
        authority,
        "-purpose",
        "any",
        "-cades",
        "-out",
        `${folder}/out`,
      ]);
      expect(verified).toMatchObject({ status: 0 });
      expect(readFileSync(`${folder}/out`).length).toBe(bytes.length - (end - start));

      const { output } = run("openssl", ["cms", "-cmsout", "-print", "-inform", "DER", "-in", seal]);
      const attributes = output.slice(
        output.indexOf("signedAttrs"),
        output.indexOf("signatureAlgorithm", output.indexOf("signedAttrs")),
      );
      const names = [...attributes.matchAll(/object: (\S+)/g)].map(([, name]) => name);
      expect(names).toEqual(["contentType", "messageDigest", "id-smime-aa-signingCertificateV2"]);
    },
  );
});
