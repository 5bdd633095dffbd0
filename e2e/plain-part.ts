import {
  type ByRoleMatcher,
  type ByRoleOptions,
  queryAllByLabelText,
  queryAllByRole,
} from "@testing-library/dom";

export type Name = string | RegExp;
type Field = HTMLInputElement | HTMLTextAreaElement;

/** A part of a page without scripts, looked for anew each time. A string is a whole name, or else a part of one. */
export class PlainPart {
  #root: () => HTMLElement;

  constructor(root: () => HTMLElement) {
    this.#root = root;
  }

  /** What can be read in it, the words of two blocks apart. */
  get text(): string {
    return shownText(this.#root()).replaceAll(/\s+/g, " ").trim();
  }

  all(role: ByRoleMatcher, name?: Name): HTMLElement[] {
    const those = (name: ByRoleOptions["name"]) =>
      queryAllByRole(this.#root(), role, { hidden: true, ...(name && { name }) }).filter(isShown);
    const whole = those(name);
    if (whole.length > 0 || typeof name !== "string") return whole;
    return those((found) => found.includes(name));
  }

  one<T extends HTMLElement>(role: ByRoleMatcher, name?: Name): T {
    return this.#only(this.all(role, name), `${role} “${name ?? ""}”`) as T;
  }

  has(role: ByRoleMatcher, name?: Name): boolean {
    return this.all(role, name).length > 0;
  }

  part(role: ByRoleMatcher, name?: Name): PlainPart {
    return new PlainPart(() => this.one(role, name));
  }

  /** Of several that have no name, the one in which this can be read. */
  partWith(role: ByRoleMatcher, text: string): PlainPart {
    const those = () => this.all(role).filter((element) => shownText(element).includes(text));
    return new PlainPart(() => this.#only(those(), `${role} with “${text}”`));
  }

  field(label: Name): Field {
    const found = queryAllByLabelText<Field>(this.#root(), label, { selector: "input, textarea" });
    return this.#only(found.filter(isShown), `field “${label}”`);
  }

  fill(label: Name, text: string): void {
    const field = this.field(label);
    if (field.disabled || field.readOnly) throw new Error(`Nobody can type into “${label}”`);
    field.value = text;
  }

  /** What Enter in a field presses: the first button of its form; when that is disabled, nothing is sent. */
  byEnter(label: Name): HTMLButtonElement {
    const buttons = [...(this.field(label).form?.elements ?? [])] as HTMLButtonElement[];
    return this.#only(buttons.filter(({ type }) => type === "submit").slice(0, 1), "button for Enter");
  }

  /** Chooses a radio or ticks a box, as a press on it does. */
  check(role: "radio" | "checkbox", name: Name): void {
    const box = this.one<HTMLInputElement>(role, name);
    if (!box.checked) box.click();
    if (!box.checked) throw new Error(`“${name}” cannot be chosen`);
  }

  /** Unfolds what stands folded under these words. */
  unfold(words: string): void {
    const summaries = [...this.#root().querySelectorAll("summary")].filter(isShown);
    const summary = this.#only(
      summaries.filter(({ textContent }) => textContent.includes(words)),
      `summary “${words}”`,
    );
    if (!summary.closest("details")?.open) summary.click();
  }

  #only<T>(found: T[], what: string): T {
    const [first, second] = found;
    if (first && !second) return first;
    throw new Error(`${found.length} times ${what} in: ${this.text.slice(0, 1500)}`);
  }
}

const unread = "script, style, template, [hidden], dialog:not([open])";
const inline = new Set("A ABBR B CODE DEL EM I INS SMALL SPAN STRONG TIME".split(" "));

function isShown(element: HTMLElement): boolean {
  if (element.closest(`${unread}, [aria-hidden="true"]`)) return false;
  const folded = element.parentElement?.closest<HTMLElement>("details:not([open])");
  if (!folded) return true;
  return isShown(folded) && (folded.querySelector(":scope > summary")?.contains(element) ?? false);
}

function shownText(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return node.textContent ?? "";
  if (node.nodeType !== node.ELEMENT_NODE) return "";
  const element = node as HTMLElement;
  if (element.matches(unread)) return "";
  if (element.matches("details:not([open])")) {
    const summary = element.querySelector(":scope > summary");
    return summary ? ` ${shownText(summary)} ` : "";
  }
  const inside = [...element.childNodes].map(shownText).join("");
  return inline.has(element.tagName) ? inside : ` ${inside} `;
}
