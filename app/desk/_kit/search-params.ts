import { z } from "zod";
import { pastDay } from "@/lib/past-day";

type Params = Record<string, string | string[] | undefined>;

/** What stands in the address, made harmless: an unknown word counts as the first of the list. */
export function wordIn<W extends string>(params: Params, name: string, words: readonly [W, ...W[]]): W {
  return words.find((word) => word === params[name]) ?? words[0];
}

export function textIn(params: Params, name: string): string {
  const given = params[name];
  return typeof given === "string" ? given.replaceAll("\0", "").trim().slice(0, 200) : "";
}

export function pageIn(params: Params): number {
  return z.coerce.number().int().min(1).max(100_000).catch(1).parse(params.page);
}

/** A position in a list that continues, such as the number of a trail's entry. */
export function positionIn(params: Params, name: string): number | undefined {
  return z.coerce.number().int().min(1).max(2_147_483_647).optional().catch(undefined).parse(params[name]);
}

export function idIn(params: Params, name: string): string | undefined {
  return z.uuid().optional().catch(undefined).parse(params[name]);
}

export function idsIn(params: Params, name: string): string[] {
  const given = params[name] ?? [];
  return [given].flat().filter((id) => z.uuid().safeParse(id).success);
}

export function dayIn(params: Params, name: string): string | undefined {
  return pastDay.optional().catch(undefined).parse(params[name]);
}

/** An address with what it is asked for, leaving out what is empty. */
export function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}
