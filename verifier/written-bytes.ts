const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
/** By the code of its letter; 255 for what is none. */
const values = new Uint8Array(128).fill(255);
for (const [value, digit] of Array.from("0123456789abcdef").entries()) values[digit.charCodeAt(0)] = value;

export function hexOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += digits[byte];
  return text;
}

/** Null when it is not written in small hexadecimal digits, two a byte. */
export function bytesOfHex(hex: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.ceil(hex.length / 2));
  return hex.length % 2 === 0 && writeHex(hex, bytes, 0) ? bytes : null;
}

/** False when some of it is not so written. */
export function writeHex(hex: string, into: Uint8Array, start: number): boolean {
  for (let index = 0; index < hex.length; index += 2) {
    const high = values[hex.charCodeAt(index)] ?? 255;
    const low = values[hex.charCodeAt(index + 1)] ?? 255;
    if (high > 15 || low > 15) return false;
    into[start + index / 2] = high * 16 + low;
  }
  return true;
}

export function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Known to be hexadecimal: what a digest was written as. */
export function base64OfHex(hex: string): string {
  return base64Of(bytesOfHex(hex) ?? new Uint8Array());
}

/** Null when it is not the one way to write these bytes. */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return base64Of(bytes) === text ? bytes : null;
}

/** WebCrypto's types refuse views over shared memory, which no file read here is. */
export function plainBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
