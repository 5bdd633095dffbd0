import { View } from "@react-pdf/renderer";
import type { SignedItem, SignedRecord } from "@/verifier/record";
import { style } from "./style";
import { answerWord } from "./wording";
import { isLong, Words } from "./words";

type Props = { record: SignedRecord; item: SignedItem; strong?: boolean };

/** A use and its answer at the end of the line; under a long text, below it. */
export function AskedAndAnswered({ record, item, strong = false }: Props) {
  const isStacked = isLong(item.label);
  return (
    <View style={isStacked ? {} : style.answerRow}>
      <Words style={[isStacked ? {} : style.answerLabel, strong ? style.strong : {}]}>
        {`${item.position}. ${item.label}`}
      </Words>
      <Words style={isStacked ? style.strong : style.answerWord}>{answerWord(record, item)}</Words>
    </View>
  );
}
