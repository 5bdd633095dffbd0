import type { Language } from "@/lib/languages";
import { routes } from "@/lib/routes";
import type { SignedRecord } from "@/verifier/record";
import { factsOf } from "@/verifier/record-facts";
import { trustIn } from "@/verifier/trust";
import { verifyDocument } from "@/verifier/verify-document";
import { questionsOf, sayVerdict } from "@/verifier/wording";

export type CheckedFile = Awaited<ReturnType<typeof checkFile>>;

/** Checks a file in this browser, against the certificates its practice publishes here. Loaded when it is needed. */
export async function checkFile(bytes: Uint8Array, language: Language) {
  const first = await verifyDocument(bytes, { authorities: [] });
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
