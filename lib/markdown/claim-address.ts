const claim = /^safeguard:([a-z0-9]+(?:-[a-z0-9]+)*)$/;
const longestKey = 60;

/** The key of the claim that a link of a text refers to; null for every other address. */
export function claimKeyOf(address: string): string | null {
  const key = claim.exec(address)?.[1] ?? null;
  return key && key.length <= longestKey ? key : null;
}

export function claimAddress(key: string): string {
  return `safeguard:${key}`;
}
