import { gunzipSync } from "node:zlib";
import type { Reply } from "./browser-like";

/** What a browser would send of the form that holds this field: hidden fields, and the first choice of each group. */
export function fieldsOfForm(page: string, field: string): [string, string][] {
  const form = page.match(/<form[\s\S]*?<\/form>/g)?.find((text) => text.includes(`name="${field}"`));
  if (!form) throw new Error(`The page has no form with a field "${field}".`);
  const chosen = new Set<string>();
  return (form.match(/<input[^>]*>/g) ?? []).flatMap((tag): [string, string][] => {
    const [name, type] = [attribute(tag, "name"), attribute(tag, "type")];
    if (name === null || (type === "radio" && chosen.has(name))) return [];
    if (type === "radio") chosen.add(name);
    return type === "hidden" || type === "radio" ? [[name, attribute(tag, "value") ?? ""]] : [];
  });
}

export function textOf({ body, headers }: Reply): string {
  return (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString("utf8");
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : decoded(value);
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

function decoded(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
