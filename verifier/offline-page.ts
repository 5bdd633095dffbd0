import { type Language, languages } from "./languages";
import { NotAccepted } from "./not-accepted";
import { drawVerdict, element } from "./offline-verdict";
import { pageWords } from "./offline-words";
import { beginningOf, type Progress, type Tell } from "./progress";
import { readChosen } from "./read-chosen";
import { sentences } from "./sentences";
import { type Trust, trustIn } from "./trust";
import { largestFile, type Verdict } from "./verdict";
import { verifyDocument } from "./verify-document";
import { Cancelled, startWork, type Work } from "./work";
import { sayProgress, workWords } from "./work-words";

type Chosen = { file: File; trust: Trust };

/** Null where the file cannot be read. */
export async function checkChosen({ file, trust }: Chosen, tell: Tell): Promise<Verdict | null> {
  const bytes = await readChosen(file, tell);
  return bytes && verifyDocument(bytes, trust, (step) => tell({ file: file.name, step, done: 0, total: 1 }));
}

/** The page of the verifier that is one file: no framework, no request, nothing kept. */
export function startPage(ownScript: string) {
  let language: Language = navigator.language.startsWith("es") ? "es" : "en";
  let chosen: File | null = null;
  let work: Work<Verdict | null> | null = null;

  const drop = part("drop", HTMLElement);
  const file = part("file", HTMLInputElement);
  const pem = part("pem", HTMLTextAreaElement);
  const pemFile = part("pem-file", HTMLInputElement);
  const working = part("working", HTMLElement);
  const result = part("result", HTMLElement);
  const script = URL.createObjectURL(new Blob([ownScript], { type: "text/javascript" }));
  const places = { newWorker: () => new Worker(script), here: checkChosen };
  const embedded: string[] = JSON.parse(part("certificates", HTMLScriptElement).textContent ?? "[]");

  function showWords() {
    const words = { ...pageWords[language], cancel: workWords[language].cancel };
    document.documentElement.lang = language;
    document.title = words.title;
    for (const place of document.querySelectorAll<HTMLElement>("[data-words]")) {
      place.textContent = wordIn(words, place.dataset.words);
    }
    part("known", HTMLElement).textContent = embedded.length > 0 ? words.carries : words.carriesNone;
    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
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
    work?.cancel();
    if (!chosen) return;
    const words = pageWords[language];
    if (chosen.size > largestFile) return showNote(sentences["not-checkable.too-large"][language].says);
    if (!globalThis.crypto?.subtle) return showNote(words.noCrypto);
    const trust = readTrust();
    if (!trust) return showNote(words.badCertificate);
    showNote(words.checking);
    showProgress(beginningOf(chosen));
    const { name } = chosen;
    work = startWork({ file: chosen, trust }, showProgress, places);
    try {
      const verdict = await work.answer;
      if (!verdict) return showNote(words.unreadable);
      show(...drawVerdict(name, verdict, language));
      result.focus();
    } catch (error) {
      if (error instanceof Cancelled) return;
      showNote(words.failed);
      throw error;
    }
  }

  function showProgress(progress: Progress) {
    const { text, value } = sayProgress(progress, language);
    part("progress", HTMLElement).textContent = text;
    part("bar", HTMLProgressElement).value = value;
    working.hidden = false;
  }

  function showNote(text: string) {
    show(element("p", text));
  }

  function show(...parts: HTMLElement[]) {
    working.hidden = true;
    result.replaceChildren(...parts);
  }

  async function choose(picked: File | undefined) {
    if (!picked) return;
    chosen = picked;
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
  part("cancel", HTMLButtonElement).addEventListener("click", () => {
    work?.cancel();
    showNote(workWords[language].cancelled);
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
}

function part<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page lacks #${id}.`);
  return found;
}

function wordIn(words: Record<string, string>, name: string | undefined): string {
  return words[name ?? ""] ?? "";
}
