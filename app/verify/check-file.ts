import type { Language } from "@/lib/languages";
import { routes } from "@/lib/routes";
import type { Step, Tell } from "@/verifier/progress";
import { readChosen } from "@/verifier/read-chosen";
import type { SignedRecord } from "@/verifier/record";
import { factsOf } from "@/verifier/record-facts";
import { trustIn } from "@/verifier/trust";
import { verifyDocument } from "@/verifier/verify-document";
import { questionsOf, sayVerdict } from "@/verifier/wording";

export type CheckedFile = NonNullable<Awaited<ReturnType<typeof checkFile>>>;

/** Checks a file in this browser, against the certificates its practice publishes here; null if it cannot be read. */
export async function checkFile({ file, language }: { file: File; language: Language }, tell: Tell) {
  const bytes = await readChosen(file, tell);
  if (!bytes) return null;
  const begin = (step: Step) => tell({ file: file.name, step, done: 0, total: 1 });
  const first = await verifyDocument(bytes, { authorities: [] }, begin);
  const slug = first.record?.practice.slug;
  const published = slug === undefined ? "" : await publishedCertificates(slug);
  const verdict = published ? await verifyDocument(bytes, trustIn(published)) : first;
  return {
    verdict,
    questions: questionsOf(verdict),
    said: sayVerdict(verdict, language),
    facts: verdict.record ? factsOf(verdict.record, language) : [],
    /** The practice's certificates could not be asked for, which says nothing about the file. */
    isUnreachable: published === null,
    named: verdict.record ? namedBy(verdict.record) : undefined,
    practice: verdict.identity.state === "known" ? (slug ?? null) : null,
  };
}

function namedBy({ documentId, trail: { sequence, leaf } }: SignedRecord) {
  return { documentId, sequence, leaf };
}

/** Empty when this installation knows no such practice; null when it did not answer. */
async function publishedCertificates(slug: string): Promise<string | null> {
  try {
    const response = await fetch(routes.certificates(encodeURIComponent(slug)));
    if (response.status === 404) return "";
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
