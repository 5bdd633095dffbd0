import { describe, expect, test } from "vitest";
import { demoDisclosures } from "@/demo/texts/demo-disclosures";
import { type Language, languages } from "@/lib/languages";
import { openBlanks } from "./open-blanks";
import { findPromises } from "./promises";

const hits: Record<Language, [sentence: string, found: string][]> = {
  en: [
    ["This cannot happen here.", "cannot happen"],
    ["It can’t go wrong.", "can’t go wrong"],
    ["Your video cannot be hacked.", "cannot be hacked"],
    ["It will not happen again.", "will not happen again"],
    ["I never share it.", "never"],
    ["You can never be asked twice.", "never"],
    ["Privacy is guaranteed.", "guaranteed"],
    ["It is 100 % private.", "100 % private"],
    ["I am 100% sure.", "100% sure"],
    ["I am sure, one hundred percent.", "one hundred percent"],
    ["I delete it permanently.", "permanently"],
    ["The file is gone for good.", "for good"],
    ["Zoom is completely secure.", "completely secure"],
    ["You have total privacy.", "total privacy"],
    ["The drive is safe.", "is safe"],
    ["Nobody else can see it.", "Nobody else can see"],
    ["Recovery is impossible.", "impossible"],
    ["There is no risk.", "no risk"],
    ["A tamper-proof file.", "tamper-proof"],
    ["Under no circumstances do I show it.", "Under no circumstances"],
    ["COMPLETELY SECURE.", "COMPLETELY SECURE"],
  ],
  es: [
    ["Esto no puede ocurrir.", "no puede ocurrir"],
    ["Su video no se puede recuperar.", "no se puede recuperar"],
    ["No volverá a suceder.", "No volverá a suceder"],
    ["Nunca lo comparto.", "Nunca"],
    ["Jamás la muestro.", "Jamás"],
    ["La privacidad está garantizada.", "garantizada"],
    ["Le garantizo el secreto.", "garantizo"],
    ["Se lo garantiza la empresa.", "garantiza"],
    ["Es 100 % privado.", "100 % privado"],
    ["Lo sé al cien por cien.", "cien por cien"],
    ["Se borra para siempre.", "para siempre"],
    ["Se elimina definitivamente.", "definitivamente"],
    ["Es un lugar totalmente seguro.", "totalmente seguro"],
    ["Hay confidencialidad absoluta.", "confidencialidad absoluta"],
    ["El disco es seguro.", "es seguro"],
    ["Nadie más puede verlo.", "Nadie más puede verlo"],
    ["Recuperarlo es imposible.", "imposible"],
    ["Sin ningún riesgo.", "Sin ningún riesgo"],
    ["Es inviolable.", "inviolable"],
    ["En ningún caso la muestro.", "En ningún caso"],
  ],
};

const harmless: Record<Language, string[]> = {
  en: [
    "No service is completely secure.",
    "I cannot promise that nobody sees it.",
    "What was seen cannot be undone.",
    "I have never used another service.",
    "It almost never takes longer.",
    "Nobody reads this at night.",
    "That is no guarantee.",
    "Deleting is hardly ever 100 % certain.",
    "You pay 100 % of the fee only if you do not cancel.",
    "There is no risk assessment in this text.",
    "Is it private? Ask me.",
  ],
  es: [
    "Ningún servicio es totalmente seguro.",
    "No puedo prometer que nadie la vea.",
    "Lo que ya se vio no puede deshacerse.",
    "Nunca he usado otro servicio.",
    "Casi nunca tarda más.",
    "Nadie lee esto de noche.",
    "No está garantizado.",
    "No estoy seguro de que funcione.",
    "Paga el 100 % del precio solo si no cancela.",
    "Eso no es imposible.",
    "Use una contraseña segura.",
  ],
};

const aside: Record<Language, string> = {
  en: "Dr. Reyes keeps roses.",
  es: "La Dra. Reyes cuida rosas.",
};

describe.each(languages)("promises nobody can keep, in %s", (language) => {
  test.each(hits[language])("%s", (sentence, found) => {
    expect(findPromises(sentence, language).map((promise) => promise.found)).toEqual([found]);
  });

  test.each(harmless[language])("nothing is found in: %s", (sentence) => {
    expect(findPromises(sentence, language)).toEqual([]);
  });

  const remedies = (text: string) => findPromises(text, language).map(({ remedy }) => remedy);

  test("each remedy promises nothing itself", () => {
    const words = hits[language].flatMap(([sentence]) =>
      remedies(sentence).map((remedy) => (remedy.is === "advice" ? remedy.words : remedy.sentence)),
    );
    for (const said of new Set(words)) expect(findPromises(said, language)).toEqual([]);
  });

  const replaced = hits[language].flatMap(([text]) =>
    findPromises(text, language).flatMap(({ sentence, remedy }) =>
      remedy.is === "replacement" ? [{ sentence, replacement: remedy.sentence }] : [],
    ),
  );

  test.each(replaced)(
    "“$replacement” stands for all of “$sentence”, and nothing is found in it",
    ({ sentence, replacement }) => {
      const text = `${aside[language]} ${sentence} ${aside[language]}`;
      const [found] = findPromises(text, language);
      expect(found?.sentence).toBe(sentence);
      const after = text.replace(found?.sentence ?? "", () => replacement);
      expect(after).toBe(`${aside[language]} ${replacement} ${aside[language]}`);
      expect(findPromises(after, language)).toEqual([]);
      expect(openBlanks(after)).toEqual([]);
    },
  );

  test.each([...new Set(replaced.map(({ replacement }) => replacement))])("“%s” is no advice", (words) => {
    expect(words).not.toMatch(/[…“”«»[\]]|\b(?:say|name|diga|nombre|them)\b/i);
    expect(words).toMatch(/^\p{Lu}.*\.$/u);
  });

  test("the demo's texts hold none", () => {
    for (const { versions } of demoDisclosures) {
      for (const { texts } of versions) {
        const { title, inShort, body } = texts[language];
        expect(findPromises([title, inShort, body].join("\n"), language)).toEqual([]);
      }
    }
  });
});

test("each stands where it was found, in order, however the letters are written", () => {
  const text = "Después: NUNCA. Y para siempre.";
  const found = findPromises(text, "es");
  expect(found.map(({ found, at }) => [found, text.slice(at, at + found.length)])).toEqual([
    ["NUNCA", "NUNCA"],
    ["para siempre", "para siempre"],
  ]);
});
