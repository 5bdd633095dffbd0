import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { expect, test } from "./fixtures";

const fields = `
  <input type="hidden" name="kept" value="a&amp;b">
  <input type="checkbox" name="unticked"><input type="checkbox" name="ticked" checked>
  <input name="off" value="1" disabled><fieldset disabled><input name="inside" value="1"></fieldset>
  <textarea name="lines">one\ntwo</textarea><input name='quo"ted' value="ñ 1+1">
  <select name="chosen"><option>x<option selected value="y">why</select>
  <label>Needed <input name="needed" required pattern="[a-z]+"></label>
  <button name="press" value="plain">Send</button>
  <button name="press" value="elsewhere" formaction="/there?x=1" formmethod="get">Elsewhere</button>
  <button name="press" value="unchecked" formnovalidate formenctype="multipart/form-data">Unchecked</button>`;
const form = `<!doctype html><title>Form</title><form method="post" action="/here?a=1#b">${fields}</form>
  <form id="by" method="post" enctype="multipart/form-data"><input name="own" value="1"></form>
  <button form="by" name="press" value="outside">Outside</button>`;

/** Answers to whatever comes in with what came in. */
function mirror() {
  return createServer(async (request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("referrer-policy", "same-origin");
    const { method, url, headers } = request;
    if (method === "GET" && url === "/form") return response.end(form);
    const type = headers["content-type"] ?? "";
    const [, boundary = "none"] = /boundary=(.+)/.exec(type) ?? [];
    const sent = `${type}\n${await buffer(request)}`.replaceAll(boundary, "B").toLowerCase();
    const seen = [method, url, headers.origin ?? "none", headers.referer, encodeURIComponent(sent)].join(" ");
    return response.end(`<!doctype html><title>Seen</title><p>${seen}</p>`);
  });
}

test.use({ javaScriptEnabled: false });

test("the stories without Chromium send what Chromium sends with its scripts switched off", async ({
  page,
  plainPageOf,
}) => {
  const server = mirror().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/form`;
  const plain = await plainPageOf();

  for (const [button, typed] of Object.entries({
    Send: "abc",
    Elsewhere: "abc",
    Unchecked: "1",
    Outside: "",
  })) {
    await page.goto(address);
    await page.getByLabel("Needed").fill(typed);
    await page.getByRole("button", { name: button }).click();
    await expect(page).toHaveTitle("Seen");
    await plain.goto(address);
    plain.fill("Needed", typed);
    await plain.press(button);
    expect(plain.text, button).toBe(await page.getByRole("paragraph").textContent());
  }
  for (const wrong of ["", "1"]) {
    await page.goto(address);
    await page.getByLabel("Needed").fill(wrong);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByLabel("Needed")).toBeFocused();
    await expect(page).toHaveTitle("Form");
    await plain.goto(address);
    plain.fill("Needed", wrong);
    await expect(plain.press("Send")).rejects.toThrow("A browser sends nothing");
  }
  server.close();
});
