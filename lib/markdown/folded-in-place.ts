/** Small letters without accents, each at its place, so that what is found in it stands at the same place in the text. */
export function foldedInPlace(text: string): string {
  return text
    .split("")
    .map((unit) => (unit === "’" ? "'" : (unit.normalize("NFD")[0] ?? unit).toLowerCase().slice(0, 1)))
    .join("");
}
