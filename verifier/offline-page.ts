import { type Language, languages } from "./languages";
import { NotAccepted } from "./not-accepted";
import { pageWords } from "./offline-words";
import { factsOf } from "./record-facts";
import { sentences } from "./sentences";
import { type Trust, trustIn } from "./trust";
import { largestFile, type Verdict } from "./verdict";
import { verifyDocument } from "./verify-document";
import { questionsOf, sayVerdict } from "./wording";

/** The page of the verifier that is one file: no framework, no request, nothing kept. */
let language: Language = navigator.language.startsWith("es") ? "es" : "en";
let chosen: { name: string; bytes: Uint8Array } | null = null;

function part<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page lacks #${id}.`);
  return found;
}

const drop = part("drop", HTMLElement);
const file = part("file", HTMLInputElement);
const pem = part("pem", HTMLTextAreaElement);
const pemFile = part("pem-file", HTMLInputElement);
const result = part("result", HTMLElement);
const embedded: string[] = JSON.parse(part("certificates", HTMLScriptElement).textContent ?? "[]");

function element(tag: string, text = "", ...children: HTMLElement[]): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  made.append(...children);
  return made;
}

function showWords() {
  const words = pageWords[language];
  document.documentElement.lang = language;
  document.title = words.title;
  for (const place of document.querySelectorAll<HTMLElement>("[data-words]")) {
    place.textContent = words[keyOf(place.dataset.words)];
  }
  part("known", HTMLElement).textContent = embedded.length > 0 ? words.carries : words.carriesNone;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
}

function keyOf(name: string | undefined): keyof (typeof pageWords)["en"] {
  const key = Object.keys(pageWords.en).find((one) => one === name);
  return key === undefined ? "title" : asWord(key);
}

/** Object.keys forgets the names it was given. */
function asWord(key: string): keyof (typeof pageWords)["en"] {
  return key as keyof (typeof pageWords)["en"];
}

function readTrust(): Trust | null {
  try {
    return trustIn([...embedded, pem.value].join("\n"));
  } catch (error) {
    if (error instanceof NotAccepted) return null;
    throw error;
  }
}

async function check() {
  if (!chosen) return;
  const words = pageWords[language];
  if (!globalThis.crypto?.subtle) return showNote(words.noCrypto);
  const trust = readTrust();
  if (!trust) return showNote(words.badCertificate);
  showNote(words.checking);
  try {
    showVerdict(chosen.name, await verifyDocument(chosen.bytes, trust));
  } catch (error) {
    showNote(words.failed);
    throw error;
  }
}

function showNote(text: string) {
  result.replaceChildren(element("p", text));
}

function showVerdict(name: string, verdict: Verdict) {
  const words = pageWords[language];
  const said = sayVerdict(verdict, language);
  const questions = questionsOf(verdict);
  const answers = questions.map((question) => {
    const answer = element(
      "section",
      "",
      element("h3", words[question]),
      element("p", said[question].says),
      element("p", said[question].doesNotProve),
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
  result.replaceChildren(
    ...alarm(verdict),
    element("h2", name),
    ...answers,
    ...limits,
    ...(isChecked ? [list] : []),
  );
  result.focus();
}

/** Before everything else: whoever looks for a moment only must not take it for a good copy. */
function alarm({ integrity }: Verdict): HTMLElement[] {
  if (integrity.state !== "altered") return [];
  const { alteredHead, alteredWhat } = pageWords[language];
  const alert = element("section", "", element("h2", `⚠ ${alteredHead}`), element("p", alteredWhat));
  alert.setAttribute("role", "alert");
  return [alert];
}

async function choose(picked: File | undefined) {
  if (!picked) return;
  chosen = null;
  if (picked.size > largestFile) return showNote(sentences["not-checkable.too-large"][language].says);
  const bytes = await picked.arrayBuffer().catch(() => null);
  if (!bytes) return showNote(pageWords[language].unreadable);
  chosen = { name: picked.name, bytes: new Uint8Array(bytes) };
  await check();
}

// The same file may be chosen again after it changed.
file.addEventListener("click", () => {
  file.value = "";
});
file.addEventListener("change", () => choose(file.files?.[0]));
pem.addEventListener("change", check);
pemFile.addEventListener("change", async () => {
  for (const one of pemFile.files ?? []) pem.value += `\n${await one.text()}`;
  await check();
});
drop.addEventListener("dragover", (event) => event.preventDefault());
drop.addEventListener("drop", async (event) => {
  event.preventDefault();
  const dropped = event.dataTransfer?.files;
  // So that the field, too, says which file it is.
  if (dropped?.length) file.files = dropped;
  await choose(dropped?.[0]);
});
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
  button.addEventListener("click", async () => {
    language = languages.find((one) => one === button.dataset.language) ?? "en";
    showWords();
    await check();
  });
}
showWords();
