/** What stands in square brackets still waits to be filled in; a link's words do not. */
export function openBlanks(text: string): string[] {
  return [...new Set([...text.matchAll(/\[[^[\]\n]+\](?!\()/g)].map(([blank]) => blank))];
}
