import type { APIRequestContext, APIResponse } from "@playwright/test";
import { JSDOM } from "jsdom";
import { type Sent, sentBy } from "./plain-form";
import { type Name, PlainPart } from "./plain-part";

/**
 * A browser in which scripts are switched off, as far as a server can tell. It knows no style sheet and no size: what
 * is true of those is shown in Chromium. That it sends the same is shown in `plain-page.spec.ts`.
 */
export class PlainPage extends PlainPart {
  #shown = new JSDOM();
  #request: APIRequestContext;
  #language: string;

  constructor(request: APIRequestContext, language = "en-US") {
    super(() => this.#shown.window.document.body);
    this.#request = request;
    this.#language = language;
  }

  get url(): string {
    return this.#shown.window.location.href;
  }

  get html(): string {
    return this.#shown.serialize();
  }

  async goto(path: string): Promise<void> {
    const url = new URL(path, process.env.APP_URL).href;
    await this.#load({ url, method: "GET" }, this.url);
  }

  /** Goes where a link leads; answers with what it names on the same page, which has to be there. */
  async follow(link: Name | HTMLElement): Promise<HTMLElement | null> {
    const url = new URL(this.#href(link));
    if (!url.hash || `${this.url.split("#")[0]}${url.hash}` !== url.href) {
      await this.goto(url.href);
      return null;
    }
    const named = this.#shown.window.document.getElementById(url.hash.slice(1));
    if (!named) throw new Error(`Nothing here is ${url.hash}`);
    return named;
  }

  async press(button: Name | HTMLElement): Promise<void> {
    const pressed = button instanceof Object && "tagName" in button ? button : this.one("button", button);
    await this.#load(sentBy(pressed), this.url);
  }

  /** The bytes a link saves. */
  async download(link: Name | HTMLElement): Promise<Buffer> {
    const response = await this.#fetch({ url: this.#href(link), method: "GET" }, this.url);
    if (!response.headers()["content-disposition"]?.startsWith("attachment"))
      throw new Error(`${response.url()} is shown, not saved`);
    return response.body();
  }

  #href(link: Name | HTMLElement): string {
    const followed = link instanceof Object && "tagName" in link ? link : this.one("link", link);
    return (followed as HTMLAnchorElement).href;
  }

  async #load(sent: Sent, from: string): Promise<void> {
    const response = await this.#fetch(sent, from);
    this.#shown = new JSDOM(await response.text(), { url: response.url() });
  }

  async #fetch(sent: Sent, from: string): Promise<APIResponse> {
    const response = await this.#request.fetch(sent.url, {
      method: sent.method,
      headers: {
        accept: "text/html",
        "accept-language": this.#language,
        ...(from.startsWith("http") && { referer: from.split("#")[0] ?? "" }),
        ...(sent.method === "POST" && { origin: new URL(from).origin }),
        ...sent.headers,
      },
      maxRedirects: 0,
      ...(sent.body && { data: sent.body }),
    });
    const { location } = response.headers();
    if (response.status() < 300 || !location) return response;
    const url = new URL(location, sent.url).href;
    const again = response.status() === 307 || response.status() === 308;
    return this.#fetch(again ? { ...sent, url } : { url, method: "GET" }, from);
  }
}
