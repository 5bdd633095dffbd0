/** What no page of ours sends, for any field: each was a 500 somewhere once, or is a near relative. */
export const hostileValues: readonly unknown[] = [
  "0000-01-01",
  "999999-01-01",
  "a\r\nset-cookie: a=b",
  "\u0000",
  "\ud800",
  "x".repeat(20_000),
  -1e308,
  null,
  [[[["x"]]]],
  { a: { b: {} } },
];

export const hostileSlugs: readonly unknown[] = ["a\r\nb: c", "häfen", "x".repeat(5_000), {}];

/** As they can stand in an address. */
export const hostileParts = ["0", "%0d%0aa", "h%C3%A4fen", "..%2Fx", "x".repeat(2_000)];

export const hostileQuery = (names: readonly string[]) =>
  ["0000-01-01", "%00", "-1e308", "h%C3%A4fen%0d%0a"].map((value) =>
    names.map((name) => `${name}=${value}`).join("&"),
  );

/** Every field at once. */
export function spoiledWhole(input: object, value: unknown): unknown {
  return Object.fromEntries(Object.keys(input).map((name) => [name, value]));
}

/** One field after the other, but those of which it is known that the value is refused there. */
export function spoiledAt(input: object, value: unknown, refused: Set<string>): unknown[] {
  const names = Object.keys(input).filter((name) => !refused.has(name));
  return names.map((name) => ({ ...input, [name]: value }));
}

/** Instead of the input. */
export function asInput(value: unknown): unknown[] {
  return typeof value === "string" ? [] : [value];
}
