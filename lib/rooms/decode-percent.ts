/** What a text says in percent signs, read once; what says nothing there stays as it is. */
export function decodePercent(text: string): string {
  return text.replace(/(%[0-9a-f]{2})+/gi, (sequence) => {
    try {
      return decodeURIComponent(sequence);
    } catch {
      return sequence;
    }
  });
}
