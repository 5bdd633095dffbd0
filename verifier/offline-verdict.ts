import type { Language } from "./languages";
import { pageWords } from "./offline-words";
import { factsOf } from "./record-facts";
import type { Verdict } from "./verdict";
import { questionsOf, sayVerdict } from "./wording";

export function element(tag: string, text = "", ...children: HTMLElement[]): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  made.append(...children);
  return made;
}

/** What was found of one document, as the parts of the page. */
export function drawVerdict(name: string, verdict: Verdict, language: Language): HTMLElement[] {
  const words = pageWords[language];
  const said = sayVerdict(verdict, language);
  const answers = questionsOf(verdict).map((question) => {
    const { says, doesNotProve } = said[question];
    const answer = element(
      "section",
      "",
      element("h3", words[question]),
      element("p", says),
      element("p", doesNotProve),
    );
    answer.dataset.state = verdict[question].state;
    return answer;
  });
  const facts = verdict.record ? factsOf(verdict.record, language) : [];
  const prints = [{ label: words.fileFingerprint, value: verdict.sha256 }];
  const { fingerprint } = verdict.identity;
  if (fingerprint) prints.push({ label: words.certificateFingerprint, value: fingerprint });
  const list = element("dl");
  for (const { label, value } of [...facts, ...prints])
    list.append(element("dt", label), element("dd", value));
  const isChecked = verdict.integrity.state !== "not-checkable";
  const limits = facts.length > 0 ? [element("p", words.notCompared)] : [];
  return [
    ...alarm(verdict, language),
    element("h2", name),
    ...answers,
    ...limits,
    ...(isChecked ? [list] : []),
  ];
}

/** Before everything else: whoever looks for a moment only must not take it for a good copy. */
function alarm({ integrity }: Verdict, language: Language): HTMLElement[] {
  if (integrity.state !== "altered") return [];
  const { alteredHead, alteredWhat } = pageWords[language];
  const alert = element("section", "", element("h2", `⚠ ${alteredHead}`), element("p", alteredWhat));
  alert.setAttribute("role", "alert");
  return [alert];
}
