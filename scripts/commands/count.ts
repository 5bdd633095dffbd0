export function count(number: number, one: string, several: string): string;
export function count(number: number | null | undefined, one: string, several: string): string | null;
export function count(number: number | null | undefined, one: string, several: string): string | null {
  if (number === null || number === undefined) return null;
  return `${number.toLocaleString("en")} ${number === 1 ? one : several}`;
}
