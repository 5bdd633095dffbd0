const inline = /^\$(\$|undefined$|-0$|-Infinity$|Infinity$|NaN$|D|n-?\d{1,300}$)/;
const outlined = /^\$@?([0-9a-f]{1,6})((?::.*)?)$/;
const formData = /^\$K[0-9a-f]{1,6}$/;
const mostArguments = 10;
const deepest = 20;

/**
 * Whether a server action's arguments can be read. React answers 500 to dangling references and to kinds of
 * content our pages never send, so they are turned away before; the notation is that of its `encodeReply`.
 */
export async function isReadableAction(body: Buffer, contentType: string, isCall: boolean): Promise<boolean> {
  try {
    if (!contentType.startsWith("multipart/")) return isReadable(new Map([["0", body.toString("utf8")]]), "");
    const form = await new Response(new Uint8Array(body), {
      headers: { "content-type": contentType },
    }).formData();
    const fields = new Map<string, string>();
    for (const [name, value] of form) if (typeof value === "string") fields.set(name, value);
    if (isCall) return isReadable(fields, "");
    return [...fields.keys()].every((name) => {
      const reference = /^\$ACTION_REF_(.*)$/.exec(name)?.[1];
      return reference === undefined || isReadable(fields, `$ACTION_${reference}:`);
    });
  } catch {
    return false;
  }
}

/** The root is the list of arguments, or for a form without script an object naming the action. */
function isReadable(fields: Map<string, string>, prefix: string): boolean {
  const models = new Map<string, unknown>();
  const model = (id: string): unknown => {
    const text = fields.get(prefix + id);
    if (text === undefined) throw new Error("a part is missing");
    if (!models.has(id)) {
      const parsed: unknown = JSON.parse(text);
      models.set(id, parsed);
      check(parsed, model, 0);
    }
    return models.get(id);
  };
  const root = model("0");
  if (prefix !== "") return root !== null && typeof root === "object";
  return Array.isArray(root) && root.length <= mostArguments;
}

function check(value: unknown, model: (id: string) => unknown, depth: number) {
  if (depth > deepest) throw new Error("nested deeper than our pages do");
  if (value !== null && typeof value === "object") {
    for (const part of Object.values(value)) check(part, model, depth + 1);
    return;
  }
  if (typeof value !== "string" || !value.startsWith("$") || inline.test(value) || formData.test(value))
    return;
  const [, id, path] = outlined.exec(value) ?? [];
  if (id === undefined) throw new Error("not a notation our pages use");
  let target = model(Number.parseInt(id, 16).toString());
  for (const step of (path ?? "").split(":").slice(1)) {
    if (target === null || typeof target !== "object" || !Object.hasOwn(target, step)) {
      throw new Error("a reference leads nowhere");
    }
    target = Object.getOwnPropertyDescriptor(target, step)?.value;
  }
}
