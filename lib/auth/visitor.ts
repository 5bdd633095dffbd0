import type { Arrival } from "@/lib/context";
import { keyedHash } from "./hashes";

/** Somebody at the door, known by nothing but the connection. */
export type Visitor = { ip: string | null; userAgent: string | null };
export type Authentication = Arrival["authentication"];

/** One place that asks or guesses for one address: what it uses up there, it uses up for nobody else. */
export function askerOf({ ip }: Visitor, address: string): string {
  return keyedHash("asker", `${ip ? networkOf(ip) : ""}\n${address}`);
}

/** What a limit counts as one place: an IPv4 address, or the /64 that one IPv6 customer holds. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped || !ip.includes(":")) return mapped ?? ip;
  const [front = "", back] = ip.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = front.split(":").filter(Boolean);
  const behind = back?.split(":").filter(Boolean) ?? [];
  while (back !== undefined && groups.length + behind.length < 8) groups.push("0");
  const whole = [...groups, ...behind].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${whole.join(":")}::/64`;
}
