import { getFormatter, getTranslations } from "next-intl/server";

/** Titles or uses one after the other, each in quotation marks. */
export async function quoted(words: readonly string[]): Promise<string> {
  const t = await getTranslations("desk");
  return (await getFormatter()).list(words.map((one) => t("quoted", { words: one })));
}
