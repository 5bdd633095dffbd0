import { declarationsOf, type Styled, styledBy } from "./paste-styles";

/** What our Markdown cannot say, though it was shown where it was copied. */
export type PasteRefusal =
  | "pasted-merged-cells"
  | "pasted-block-in-cell"
  | "pasted-lettered-list"
  | "pasted-renumbered-list"
  | "pasted-raised-figure"
  | "pasted-ticked-box";

/** What was copied as it may be put into a text, or why it may not. */
export function cleanPaste(html: string, pageOf: (html: string) => Document): CleanPaste {
  const page = pageOf(html);
  const styled = styledBy([...page.querySelectorAll("style")].map((sheet) => sheet.textContent ?? ""));
  dropUnseen(page.body, styled, { visibility: "visible", fontSize: "" });
  const refusal = whyNotPaste(page, styled);
  if (refusal) return { refusal };
  flattenCells(page);
  return { html: page.body.innerHTML };
}

type CleanPaste = { html: string; refusal?: never } | { refusal: PasteRefusal };
type Shown = { visibility: string; fontSize: string };

const deleted = "del, s, strike, [hidden], .msoDel";

/** What was deleted or hidden where it was copied goes with its words, which nobody saw there either. */
function dropUnseen(parent: Element, styled: Styled, shown: Shown) {
  for (const node of [...parent.childNodes]) {
    if (isElement(node)) {
      const style = declarationsOf(node, styled);
      if (node.matches(deleted) || isGone(style)) node.remove();
      else {
        const visibility = style.get("visibility") ?? shown.visibility;
        dropUnseen(node, styled, { visibility, fontSize: style.get("font-size") ?? shown.fontSize });
      }
    } else if (shown.visibility !== "visible" || isNothing(shown.fontSize)) node.remove();
  }
}

function isGone(style: ReadonlyMap<string, string>) {
  const struck = ["text-decoration", "text-decoration-line"].some((name) =>
    style.get(name)?.includes("line-through"),
  );
  return (
    struck ||
    style.get("display") === "none" ||
    style.get("mso-hide") === "all" ||
    /^comment/.test(style.get("mso-element") ?? "") ||
    isNothing(style.get("opacity") ?? "")
  );
}

const isNothing = (size: string) => /^0*\.?0+(?:[a-z]+|%)?$/.test(size);

/** Why the rest is not taken, rather than given another meaning. */
function whyNotPaste(page: Document, styled: Styled): PasteRefusal | null {
  const has = (selector: string) => page.querySelector(selector) !== null;
  const cells = [...page.querySelectorAll("td, th")];
  const spans = cells.flatMap((cell) => ["colspan", "rowspan"].map((name) => cell.getAttribute(name)));
  if (spans.some((span) => span !== null && span.trim() !== "1")) return "pasted-merged-cells";
  if (has(":is(td, th) :is(ul, ol, table, hr, h1, h2, h3, h4, h5, h6)")) return "pasted-block-in-cell";
  if ([...page.querySelectorAll("ol, ol > li")].some((list) => isLettered(list, styled)))
    return "pasted-lettered-list";
  if (has("ol[reversed], ol > li[value]") || [...page.querySelectorAll("ol[start]")].some(startsBelowNothing))
    return "pasted-renumbered-list";
  if ([...page.querySelectorAll("sup, sub")].some(({ textContent }) => /\d/.test(textContent ?? "")))
    return "pasted-raised-figure";
  return has(":is(input[type=checkbox], input[type=radio])") ? "pasted-ticked-box" : null;
}

function isLettered(list: Element, styled: Styled) {
  const style = declarationsOf(list, styled);
  const kind = style.get("list-style-type") ?? style.get("list-style") ?? "";
  return /^[aAiI]$/.test(list.getAttribute("type") ?? "") || /alpha|latin|roman|greek/.test(kind);
}

function startsBelowNothing(list: Element) {
  return !/^\s*\+?\d{1,9}\s*$/.test(list.getAttribute("start") ?? "");
}

/** A cell says its lines one after the other, as it will be shown once it is saved. */
function flattenCells(page: Document) {
  for (const cell of page.querySelectorAll("td, th")) {
    for (const line of cell.querySelectorAll("br")) line.replaceWith(" ");
    for (const block of [...cell.querySelectorAll("p, div")].reverse())
      block.replaceWith(" ", ...block.childNodes, " ");
  }
  for (const line of page.querySelectorAll(":is(h1, h2, h3, h4, h5, h6) br")) line.replaceWith(" ");
}

/** Safe because only an element has this type. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
