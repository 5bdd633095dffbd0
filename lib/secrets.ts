const leastBytes = 32;
const phrases = /change|secret|passw|example|sample|default|insecure|placeholder|candor|qwerty/i;

/** The bytes of a secret written in hex or base64, or null when it is neither. */
export function secretBytes(text: string): Buffer | null {
  if (/^([0-9a-f]{2})+$/i.test(text)) return Buffer.from(text, "hex");
  if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return Buffer.from(text, "base64");
  return null;
}

/** Why a text will not do as a secret; what is let through looks like the output of a random generator. */
export function whyNotSecret(text: string, exactBytes?: number): string | null {
  const bytes = secretBytes(text);
  const make = `make one with "openssl rand -base64 32"`;
  if (phrases.test(text)) return `is a phrase or a sample, not random: ${make}`;
  if (!bytes) return `must be random bytes written in base64 or hex: ${make}`;
  if (bytes.length < leastBytes) return `is too short, it holds ${bytes.length} bytes of 32: ${make}`;
  if (exactBytes && bytes.length !== exactBytes) return `must be exactly ${exactBytes} bytes: ${make}`;
  if (!looksRandom(text, bytes)) return `is not random: ${make}`;
  return null;
}

/** A random key fails one of these about once in a hundred million. */
function looksRandom(text: string, bytes: Buffer): boolean {
  const steps = bytes.map((byte, index) => (byte - (bytes[index - 1] ?? 0)) & 0xff);
  const isHex = /^[0-9a-f]+$/i.test(text);
  const isText = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  const isOneCase = !isHex && (text === text.toLowerCase() || text === text.toUpperCase());
  const half = bytes.length / 2;
  const isRepeated = bytes.subarray(0, Math.floor(half)).equals(bytes.subarray(Math.ceil(half)));
  return variety(bytes) && variety(steps) && !isText && !isOneCase && !isRepeated;
}

function variety(bytes: Uint8Array): boolean {
  return new Set(bytes.subarray(0, leastBytes)).size >= 20;
}
