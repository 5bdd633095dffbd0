import { Document, renderToBuffer } from "@react-pdf/renderer";
import type { SignedRecord } from "@/verifier/record";
import type { Mark } from "./drawn-mark";
import { EvidencePage } from "./evidence-page";
import { FirstPage } from "./first-page";
import { whyNotDrawable } from "./fonts";
import { registerFonts } from "./register-fonts";
import { sentences } from "./sentences";
import { Sheet } from "./sheet";
import { TextAsShown } from "./shown-text";
import { ItemsAndSignature } from "./signed-pages";
import { signedAt } from "./wording";

/** The finished page of a signed record, before the seal. The same record and mark give the same bytes. */
export async function renderSignedDocument(record: SignedRecord, mark: Mark | null = null): Promise<Buffer> {
  await registerFonts();
  const undrawable = stringsIn(record).map(whyNotDrawable).find(Boolean);
  if (undrawable) throw new Error(`No embedded font draws ${undrawable.codePoint}`);
  return renderToBuffer(<SignedDocument record={record} mark={mark} />);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}

function SignedDocument({ record, mark }: { record: SignedRecord; mark: Mark | null }) {
  const { practice, disclosure, language } = record;
  const say = sentences[language];
  const at = new Date(signedAt(record));
  const sheet = { practice, language, foot: say.document(record.documentId) };
  return (
    <Document
      title={`${disclosure.title} · ${say.document(record.documentId)}`}
      author={practice.name}
      creator={practice.name}
      language={language}
      pdfVersion="1.7"
      creationDate={at}
      modificationDate={at}
    >
      <Sheet {...sheet}>
        <FirstPage record={record} />
      </Sheet>
      <Sheet {...sheet}>
        <TextAsShown eyebrow={say.shown} text={disclosure} />
        <ItemsAndSignature record={record} mark={mark} />
      </Sheet>
      <Sheet {...sheet}>
        <EvidencePage record={record} />
      </Sheet>
    </Document>
  );
}
