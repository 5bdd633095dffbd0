import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { fileIn, lacks, newFolder } from "@/lib/seal/foreign-tools.fixture";
import { sampleAuthority, sampleSeal } from "@/lib/seal/sealed-sample.fixture";
import { contentForgeries } from "../content-forgeries.fixture";
import { genuine } from "../forgeries.fixture";
import { hidden, sealAgain } from "../hidden-forgeries.fixture";
import { otherForms, sealForgeries } from "../seal-forgeries.fixture";
import { pemOf } from "../trust";
import { askOutsider } from "./ask-outsider.fixture";

const folder = newFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** The sample's pages are a sentence, and no text of a practice: that is the one thing to find in it. */
const ofTheSample = "the text is not the one of its fingerprint";

test.skipIf(lacks("python3") || lacks("openssl"))(
  "who read the documentation alone refuses every forgery before looking at what it says",
  { timeout: 120_000 },
  async () => {
    const byTitle = new Map<string, string>();
    for (const table of [contentForgeries, sealForgeries]) {
      for (const [kind, forgeries] of Object.entries(table)) {
        for (const [title, make] of forgeries) byTitle.set(`${kind}: ${title}`, make());
      }
    }
    for (const [title, hide] of hidden) byTitle.set(title, await sealAgain(hide(genuine)));
    for (const [title, make] of otherForms) byTitle.set(title, await make());
    byTitle.set("the sample itself", genuine);
    const titles = [...byTitle.keys()];
    const files = [...byTitle.values()].map((text, index) =>
      fileIn(folder, `${index}.pdf`, Buffer.from(text, "latin1")),
    );

    const certificates = fileIn(
      folder,
      "certificates.pem",
      [sampleSeal, sampleAuthority].map(({ certificate }) => pemOf(certificate)).join(""),
    );
    const answers = askOutsider(files, { certificates });
    const findings = answers.map(({ finding }, index) => [titles[index], finding]);
    expect(findings.filter(([, finding]) => finding === ofTheSample)).toEqual([
      ["the sample itself", ofTheSample],
    ]);
    expect(answers.filter(({ holds }) => holds !== false)).toEqual([]);
    expect(findings.filter(([, finding]) => finding?.includes("Error"))).toEqual([]);
  },
);
