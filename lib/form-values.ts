type Values = { [name: string]: Values | string[] | string | File };

/**
 * What a form sent, as an object: `answers.ID` nests, `patientIds[]` and a name sent twice are lists.
 * Names that Next adds for itself are left out.
 */
export function formValues(form: FormData): Values {
  const values: Values = Object.create(null);
  const byName = Map.groupBy([...form], ([name]) => name);
  for (const [name, entries] of byName) {
    if (name.startsWith("$ACTION")) continue;
    const sent = entries.map(([, value]) => value);
    const path = name.replace(/\[\]$/, "").split(".");
    const last = path.pop() ?? name;
    let inner: Values | null = values;
    for (const step of path) inner = inner && innerOf(inner, step);
    if (inner) inner[last] = asValue(sent, name.endsWith("[]"));
  }
  return values;
}

/** The words a person typed, to be shown again beside what was wrong with them. */
export function typedWords(form: unknown): Record<string, string> {
  if (!(form instanceof FormData)) return {};
  return Object.fromEntries(
    [...form].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$ACTION"),
    ),
  );
}

function asValue(sent: FormDataEntryValue[], isList: boolean): string | string[] | File {
  const [first = "", ...others] = sent;
  if (!isList && others.length === 0) return first;
  return sent.filter((value) => typeof value === "string");
}

function innerOf(values: Values, step: string): Values | null {
  values[step] ??= Object.create(null);
  const inner = values[step];
  return typeof inner === "object" && !Array.isArray(inner) && !(inner instanceof File) ? inner : null;
}
