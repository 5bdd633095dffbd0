import { gunzipSync } from "node:zlib";
import type { Reply } from "./browser-like";

export type Fields = [name: string, value: string][];

/** What a browser would send of the form that holds this field: hidden fields, and the first choice of each group. */
export function fieldsOfForm(page: string, field: string): Fields {
  const form = page.match(/<form[\s\S]*?<\/form>/g)?.find((text) => text.includes(`name="${field}"`));
  if (!form) throw new Error(`The page has no form with a field "${field}".`);
  const chosen = new Set<string>();
  return (form.match(/<input[^>]*>/g) ?? []).flatMap((tag): Fields => {
    const [name, type] = [attribute(tag, "name"), attribute(tag, "type")];
    if (name === null || (type === "radio" && chosen.has(name))) return [];
    if (type === "radio") chosen.add(name);
    return type === "hidden" || type === "radio" ? [[name, attribute(tag, "value") ?? ""]] : [];
  });
}

/** What a button with an action of its own sends besides what stands in its form. */
export function fieldsOfButton(page: string, words: string): Fields {
  const buttons = page.match(/<button[\s\S]*?<\/button>/g) ?? [];
  const button = buttons.find((text) => text.replace(/<[^>]*>/g, "").trim() === words);
  const name = attribute(/<button[^>]*>/.exec(button ?? "")?.[0] ?? "", "name");
  if (!button || name === null) throw new Error(`The page has no button "${words}" that does something.`);
  const hidden = (button.match(/<input[^>]*>/g) ?? []).map((tag): [string, string] => [
    attribute(tag, "name") ?? "",
    attribute(tag, "value") ?? "",
  ]);
  return [[name, ""], ...hidden];
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
