import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { activityNames, eventKey, eventNames } from "@/lib/audit/events";
import { breakReasons } from "@/lib/audit/fact-break";
import { languages } from "@/lib/languages";
import { en } from "@/locales/en/texts";
import { es } from "@/locales/es/texts";

const words = { en: en.audit, es: es.audit };

/** Every slot a sentence may have; a sentence that needs another would print its own key. */
const slots = {
  actor: "Dr. Reyes",
  patient: "Ana Ruiz",
  practice: "Harbor",
  staff: "Kim",
  title: "Recording",
  platform: "Zoom",
  reason: "treating",
  role: "owner",
  change: "material",
  outcome: "obtained",
  scope: "whole",
  kind: "trail",
  language: "es",
  holders: 3,
  cause: "archived",
  final: "true",
  by: "self",
  yes: 2,
  no: 1,
  attempt: 1,
  size: 2000,
  versionNumber: 3,
  quorum: 1,
  seq: 7,
};

describe.each(languages)("the sentences of the trail (%s)", (locale) => {
  const keys = [
    ...eventNames.map((name) => eventKey(name)),
    ...activityNames.map((name) => `activity.${eventKey(name)}`),
  ];

  it.each(keys)("%s has a sentence that a person can read", (key) => {
    const fault = (error: unknown) => {
      throw error;
    };
    const translator = createTranslator({ locale, messages: words[locale], onError: fault });
    const sentence = anyKey(translator)(key, slots);
    expect(sentence).not.toMatch(/[{}]|undefined/);
    expect(sentence.length).toBeGreaterThan(8);
  });

  it("says something about each event and about nothing else", () => {
    const { activity, broken, ...events } = words[locale];
    expect(Object.keys(events).toSorted()).toEqual(eventNames.map((name) => eventKey(name)).toSorted());
    expect(Object.keys(activity).toSorted()).toEqual(activityNames.map((name) => eventKey(name)).toSorted());
    expect(Object.keys(broken).toSorted()).toEqual(breakReasons.toSorted());
  });
});

/** Safe because a key without a sentence throws through onError. */
function anyKey(translator: unknown) {
  return translator as (key: string, values: typeof slots) => string;
}
