import { sumOf } from "@/app/_ui/as-sent";

/** Whether a browser put other words in the place of those that were sent, as its translation does. */
export function isRewritten(part: Element, sent: readonly string[]): boolean {
  const shown = plain(part.textContent);
  if (sent.some((words) => !shown.includes(plain(words)))) return true;
  const marked = part.querySelectorAll<HTMLElement>("[data-sent]");
  return [...marked].some(({ textContent, dataset }) => sumOf(textContent) !== dataset.sent);
}

function plain(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}
