import type { useTranslations } from "next-intl";
import { languages } from "@/lib/languages";

const ofText = { title: "titleLabel", inShort: "inShort", body: "body", sayAloud: "sayAloud" } as const;
const ofUse = ["label", "whatFor", "whoSees", "where", "until", "copy", "mostViewers"] as const;

/** Where in the editor the field of a refusal stands, as it is labelled there; empty when it is none of them. */
export function fieldLabel(path: string, t: ReturnType<typeof useTranslations<"drafts">>): string {
  const [, group, ...rest] = path.split(".");
  if (group === "answersLastMonths") return t("months");
  const last = rest.at(-1) ?? "";
  const language = languages.find((one) => rest.includes(one));
  const inLanguage = (label: string) => (language ? `${label} (${t(`language.${language}`)})` : label);
  if (group === "texts") {
    const field = Object.entries(ofText).find(([name]) => name === last);
    return field ? inLanguage(t(field[1])) : "";
  }
  if (group !== "items") return "";
  const field = ofUse.find((name) => name === last);
  if (!field) return t("uses.title");
  return `${t("uses.use", { position: Number(rest[0]) + 1 })}, ${inLanguage(t(`uses.${field}`))}`;
}
