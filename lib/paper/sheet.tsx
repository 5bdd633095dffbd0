import { Page, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { Language } from "@/lib/languages";
import { sentences } from "./sentences";
import { style } from "./style";
import { Words } from "./words";

const letter = { name: "LETTER", height: 792 } as const;
const a4 = { name: "A4", height: 842 } as const;

type Props = {
  practice: { name: string; timeZone: string };
  language: Language;
  foot: string;
  /** What the page is, where it is not a finished document. */
  mark?: string;
  children: ReactNode;
};

/**
 * One part of the document; it may run over several pages. Parts of their own are laid out faster than one long one,
 * and react-pdf's newer pagination places every word where the older does, in a sixth less time.
 */
export function Sheet({ practice, language, foot, mark, children }: Props) {
  const say = sentences[language];
  const paper = practice.timeZone.startsWith("America/") ? letter : a4;
  return (
    <Page experimentalPagination size={paper.name} style={style.page}>
      <View style={style.header} fixed>
        <Words>{mark ? `${mark} · ${practice.name}` : practice.name}</Words>
      </View>
      <View style={[style.footer, { top: paper.height - 46 }]} fixed>
        <Words>{foot}</Words>
        <Text
          style={style.pageNumber}
          render={({ pageNumber, totalPages }) => say.page(pageNumber, totalPages)}
        />
      </View>
      {children}
    </Page>
  );
}
