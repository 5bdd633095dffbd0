import { hexOf } from "../written-bytes";

/** Where there is Node. A browser's own SHA-256 makes each question wait its turn, which costs more than the answer. */
const native = globalThis.process?.getBuiltinModule?.("node:crypto");

/** SHA-256 at once: the check of a trail asks for it twice an entry. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return native ? native.hash("sha256", bytes, "buffer") : plainSha256(bytes);
}

export function sha256Hex(content: Uint8Array | string): string {
  if (native) return native.hash("sha256", content);
  return hexOf(plainSha256(typeof content === "string" ? new TextEncoder().encode(content) : content));
}

const primes = Array.from({ length: 312 }, (_, number) => number).filter(isPrime);
const constants = Int32Array.from(primes, (prime) => fractionOf(Math.cbrt(prime)));
const beginning = Int32Array.from(primes.slice(0, 8), (prime) => fractionOf(Math.sqrt(prime)));
const schedule = new Int32Array(64);

/** FIPS 180-4, with nothing of the platform. */
export function plainSha256(bytes: Uint8Array): Uint8Array {
  const state = beginning.slice();
  const whole = bytes.length - (bytes.length % 64);
  for (let start = 0; start < whole; start += 64) digestBlock(state, bytes, start);

  const rest = bytes.length - whole;
  const end = new Uint8Array(rest < 56 ? 64 : 128);
  end.set(bytes.subarray(whole));
  end[rest] = 0x80;
  new DataView(end.buffer).setBigUint64(end.length - 8, BigInt(bytes.length) * 8n);
  for (let start = 0; start < end.length; start += 64) digestBlock(state, end, start);

  const digest = new DataView(new ArrayBuffer(32));
  for (let index = 0; index < 8; index++) digest.setInt32(index * 4, at(state, index));
  return new Uint8Array(digest.buffer);
}

function digestBlock(state: Int32Array, bytes: Uint8Array, start: number) {
  for (let index = 0; index < 16; index++) {
    const first = start + index * 4;
    schedule[index] =
      (at(bytes, first) << 24) |
      (at(bytes, first + 1) << 16) |
      (at(bytes, first + 2) << 8) |
      at(bytes, first + 3);
  }
  for (let index = 16; index < 64; index++) {
    const early = at(schedule, index - 15);
    const late = at(schedule, index - 2);
    const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    schedule[index] = at(schedule, index - 16) + low + at(schedule, index - 7) + high;
  }

  let a = at(state, 0);
  let b = at(state, 1);
  let c = at(state, 2);
  let d = at(state, 3);
  let e = at(state, 4);
  let f = at(state, 5);
  let g = at(state, 6);
  let h = at(state, 7);
  for (let index = 0; index < 64; index++) {
    const choice = (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g));
    const first = (h + choice + at(constants, index) + at(schedule, index)) | 0;
    const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = at(state, index) + word;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** Every place asked for is within the list; saying so costs nothing, asking would. */
function at(list: Int32Array | Uint8Array, index: number): number {
  return list[index] as number;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return number > 1;
}

/** The first 32 bits behind the point. */
function fractionOf(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0;
}
