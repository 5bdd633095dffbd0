import { type AbstractIntlMessages, createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { en } from "@/locales/en/texts";
import { fieldLabel } from "./field-label";

const messages: AbstractIntlMessages = en;
const t = createTranslator({ locale: "en", messages, namespace: "drafts" });

test.each([
  ["content.texts.en.body", "The whole text (English)"],
  ["content.texts.es.title", "Title (Spanish)"],
  ["content.items.1.texts.es.whoSees", "Use 2, Who sees it (Spanish)"],
  ["content.items.0.mostViewers", "Use 1, How many at most"],
  ["content.items", "Uses, each with its own answer"],
  ["content.answersLastMonths", "For how many months answers count"],
  ["revision", ""],
  ["", ""],
])("%s is named as it is labelled: %s", (path, place) => {
  expect(fieldLabel(path, t)).toBe(place);
});
