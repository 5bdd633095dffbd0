import { Document, Page, renderToBuffer, View } from "@react-pdf/renderer";
import { registerFonts } from "./register-fonts";
import { type Sample, sampleSentences } from "./sample-sentences";
import { style } from "./style";
import { Words } from "./words";

const digits = { fontSize: 84, lineHeight: 1.2, letterSpacing: 26, fontWeight: 600 } as const;
const panel = [style.panel, { paddingVertical: 28, paddingHorizontal: 24, marginTop: 24 }];
const sentence = { fontSize: 13, lineHeight: 1.5, marginBottom: 8 } as const;

/** A page like those of a signed copy, with four digits to type back: whoever can read it can read the others. */
export async function renderSample(sample: Sample): Promise<Buffer> {
  await registerFonts();
  const { practice, language, at } = sample;
  const say = sampleSentences[language];
  return renderToBuffer(
    <Document
      title={say.title}
      author={practice.name}
      creator={practice.name}
      language={language}
      pdfVersion="1.7"
      creationDate={at}
      modificationDate={at}
    >
      <Page size={practice.timeZone.startsWith("America/") ? "LETTER" : "A4"} style={style.page}>
        <View style={style.header} fixed>
          <Words>{practice.name}</Words>
        </View>
        <Words style={style.eyebrow}>{say.eyebrow}</Words>
        <Words style={style.title} voice="serif">
          {say.title}
        </Words>
        <Words style={sentence}>{say.what}</Words>
        <View style={panel} wrap={false}>
          <Words style={[sentence, style.strong]}>{say.digits}</Words>
          <Words style={digits}>{sample.digits}</Words>
        </View>
        <Words style={[sentence, { marginTop: 24 }]}>{say.next}</Words>
        <Words style={sentence}>{say.keep}</Words>
        <Words style={sentence}>{say.help(practice.phone)}</Words>
      </Page>
    </Document>,
  );
}
