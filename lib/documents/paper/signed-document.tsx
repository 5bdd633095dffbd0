import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { parseDisclosureMarkdown } from "@/lib/disclosures/markdown";
import { EvidencePage } from "@/lib/documents/paper/evidence-page";
import { FirstPage } from "@/lib/documents/paper/first-page";
import { whyNotDrawable } from "@/lib/documents/paper/fonts";
import type { Mark } from "@/lib/documents/paper/mark";
import { registerFonts } from "@/lib/documents/paper/register-fonts";
import { sentences } from "@/lib/documents/paper/sentences";
import { ShownText } from "@/lib/documents/paper/shown-text";
import { Items, SignatureBlock } from "@/lib/documents/paper/signed-pages";
import { style } from "@/lib/documents/paper/style";
import { signedAt } from "@/lib/documents/paper/wording";
import { Words } from "@/lib/documents/paper/words";
import type { SignedRecord } from "@/lib/documents/signed-record";

const letter = { name: "LETTER", height: 792 } as const;
const a4 = { name: "A4", height: 842 } as const;

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
      <Sheet record={record}>
        <FirstPage record={record} />
      </Sheet>
      <Sheet record={record}>
        <Words style={style.eyebrow}>{say.shown}</Words>
        <Words style={style.textTitle} voice="serif">
          {disclosure.title}
        </Words>
        <Words style={style.lead} voice="serif">
          {disclosure.inShort}
        </Words>
        <ShownText root={parseDisclosureMarkdown(disclosure.body)} />
        <Items record={record} />
        <SignatureBlock record={record} mark={mark} />
      </Sheet>
      <Sheet record={record}>
        <EvidencePage record={record} />
      </Sheet>
    </Document>
  );
}

/**
 * One part of the document; it may run over several pages. Parts of their own are laid out faster than one long one,
 * and react-pdf's newer pagination places every word where the older does, in a sixth less time.
 */
function Sheet({ record, children }: { record: SignedRecord; children: ReactNode }) {
  const { practice, documentId, language } = record;
  const say = sentences[language];
  const paper = practice.timeZone.startsWith("America/") ? letter : a4;
  return (
    <Page experimentalPagination size={paper.name} style={style.page}>
      <View style={style.header} fixed>
        <Words>{practice.name}</Words>
      </View>
      <View style={[style.footer, { top: paper.height - 46 }]} fixed>
        <Words>{say.document(documentId)}</Words>
        <Text
          style={style.pageNumber}
          render={({ pageNumber, totalPages }) => say.page(pageNumber, totalPages)}
        />
      </View>
      {children}
    </Page>
  );
}
