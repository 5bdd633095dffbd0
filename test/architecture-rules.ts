import { nouns } from "@/test/architecture-list";
import { readSources, type Source } from "@/test/sources";

export const sources = readSources();
const shipped = sources.filter(({ forTests }) => !forTests);
const lib = shipped.filter(({ file }) => file.startsWith("lib/"));

export const within = (pattern: RegExp) => (source: Source) => pattern.test(source.file);
export const says = (pattern: RegExp) => (source: Source) => pattern.test(source.text);
const imports = (pattern: RegExp) => (source: Source) => source.imports.some(({ to }) => pattern.test(to));
const outside = (folder: RegExp, found: Source[]) => found.filter(({ file }) => !folder.test(file));
/** The root of `lib` stands before every noun. */
const rankOf = (module: string) => nouns.indexOf(/^lib\/([^/]+)\//.exec(module)?.[1] ?? "");
const signInTables =
  /import [^;]*\b(users|authSessions|signInTokens|questionLinks|codeMisses|linkRequests|memberships|practiceSlugs)\b[^;]* from "@\/db\/schema"/;

const ofProduct = (pattern: RegExp) => shipped.filter(within(/^(app|lib|db)\//)).filter(says(pattern));

/** Each rule with the files that break it. */
export const rules = {
  "screens reach data through lib alone": shipped
    .filter(within(/^app\//))
    .filter(imports(/^(db|server|scripts|test)\/|^drizzle-orm|^postgres$|^lib\/in-practice$/)),
  "the product knows neither screens nor frameworks": lib.filter(reachesOut),
  "the verifier needs nothing of ours": shipped
    .filter(within(/^verifier\//))
    .filter(imports(/^(app|db|demo|lib|server|scripts|test)\//)),
  "the demo is for the start and the command line, fixtures are for tests": outside(
    /^demo\//,
    shipped.filter(imports(/^demo\/|\.fixture$|^test\//)),
  ),
  "a noun uses those before it": lib.filter(reachesAhead),
  "what opens a writing transaction records an event": shipped
    .filter(says(/\binPractice\(/))
    .filter(({ text }) => !/\brecordEvents?\(/.test(text)),
  "time stands still for tests and the demo alone": shipped.filter(imports(/^lib\/frozen-clock$/)),
  "sign-in has its transactions to itself": outside(/^lib\/auth\//, shipped.filter(says(/\binSignIn\b/))),
  "sign-in has its tables to itself": outside(/^lib\/auth\//, shipped.filter(says(signInTables))),
  "only sweeps look across practices": shipped.filter(says(/\b(look|settle)Across\b/)),
  "nobody reaches the pool past inPractice": shipped.filter(says(/\bdatabase\(\)/)),
  "the environment is parsed in one place": ofProduct(/process\.env/),
  "nothing is printed by the product": ofProduct(/\bconsole\./),
  "an address is doubted before anything it names is looked for": outside(
    /^app\/_ui\/checked-params\.ts$/,
    shipped.filter(within(/^app\//)).filter(says(/await (\w+\.)?params\b|use\(params\)/)),
  ),
  "an action is built by staffAction, patientAction or publicAction": shipped
    .filter(says(/^\s*"use server"/m))
    .filter((source) => !source.file.endsWith("/actions.ts") || exportsMore(source)),
  // Bound in the browser's half it is another promise at each try, and without scripts the page waits for it for ever.
  "what a patient's form does is bound on the server": shipped
    .filter(within(/^app\/(my|sign-in|p|verify)\//))
    .filter(says(/^"use client"/m))
    .filter(says(/Action\.bind\(/)),
  "a property stands on its own line, and is not packed with others into a spread": sources.filter(
    says(/\.\.\.\{/),
  ),
  "no file is over 250 lines": sources.filter(({ text }) => text.split("\n").length > 251),
} satisfies Record<string, Source[]>;

export type Rule = keyof typeof rules;

function reachesAhead({ module, imports: all }: Source): boolean {
  return all.some(({ to }) => to.startsWith("lib/") && rankOf(to) > rankOf(module));
}

function reachesOut({ file, imports: all }: Source): boolean {
  return all.some(({ to }) => {
    if (/^(app|server|scripts|test|e2e|bench)\//.test(to)) return true;
    if (/^react(-dom)?($|\/)/.test(to)) return !/^lib\/((paper|messages)\/.*\.tsx|auth\/.*)$/.test(file);
    if (/^(next|next-auth|next-intl)($|\/)|^server-only$/.test(to)) return !file.startsWith("lib/auth/");
    return /^use-intl/.test(to) && to !== "use-intl/core";
  });
}

function exportsMore({ text }: Source): boolean {
  const made = text.match(/^export const \w+ = (staff|patient|public)Action\(/gm) ?? [];
  return made.length !== (text.match(/^export\b/gm) ?? []).length;
}
