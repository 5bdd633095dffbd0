import type { APIRequestContext } from "@playwright/test";
import type { ServedAction } from "./served";

/** As a form without script posts it: the page had written down the action, and what was bound to it. */
export async function postPlainly(
  request: APIRequestContext,
  { id }: ServedAction,
  path: string,
  bound: unknown[],
  fields: object,
): Promise<{ status: number; text: string }> {
  const form = new FormData();
  form.append("$ACTION_REF_1", "");
  form.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
  form.append("$ACTION_1:1", JSON.stringify(bound));
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  const body = new Response(form);
  const headers = {
    origin: process.env.APP_URL ?? "",
    "content-type": body.headers.get("content-type") ?? "",
  };
  const data = Buffer.from(await body.arrayBuffer());
  const response = await request.post(path, { headers, data, maxRedirects: 0 });
  return { status: response.status(), text: await response.text() };
}
