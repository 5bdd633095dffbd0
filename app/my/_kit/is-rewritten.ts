/** Whether a browser put other words in the place of those that were sent, as its translation does. */
export function isRewritten(part: Element, sent: readonly string[]): boolean {
  const shown = plain(part.textContent);
  return sent.some((words) => !shown.includes(plain(words)));
}

function plain(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}
