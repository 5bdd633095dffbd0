import { Document, renderToBuffer } from "@react-pdf/renderer";
import type { Language } from "@/lib/languages";
import type { DisclosureText } from "@/lib/markdown/markdown";
import { registerFonts } from "./register-fonts";
import { sentences } from "./sentences";
import { Sheet } from "./sheet";
import { TextAsShown } from "./shown-text";
import { style } from "./style";
import { Use } from "./use";
import { Section, Words } from "./words";

type Shown = {
  practice: { name: string; timeZone: string };
  language: Language;
  number: number;
  text: DisclosureText;
};

/** The pages a signed document will have of this text, marked as a draft on each of them and signed by nobody. */
export async function renderDraft(shown: Shown): Promise<Buffer> {
  await registerFonts();
  return renderToBuffer(<DraftDocument {...shown} />);
}

function DraftDocument({ practice, language, number, text }: Shown) {
  const say = sentences[language];
  return (
    <Document
      title={`${say.draft} · ${text.title}`}
      author={practice.name}
      language={language}
      pdfVersion="1.7"
    >
      <Sheet practice={practice} language={language} foot={say.draftOf(number)} mark={say.draft}>
        <TextAsShown eyebrow={say.draft} text={text} />
        <Section>{say.usesOfDraft}</Section>
        {text.items.map((item, index) => (
          <Use
            key={`${index + 1}. ${item.label}`}
            item={item}
            language={language}
            asked={item.required ? say.required : say.optional}
          >
            <Words style={style.strong}>{`${index + 1}. ${item.label}`}</Words>
          </Use>
        ))}
      </Sheet>
    </Document>
  );
}
