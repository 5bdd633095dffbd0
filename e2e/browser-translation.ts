import type { Locator } from "@playwright/test";

/**
 * What Chrome's translation leaves of these words: each run of text is taken out, another stands in two <font> in its
 * place, and the page is said to be translated. Words that come later are translated as they come.
 */
export async function translate(part: Locator): Promise<void> {
  await part.evaluate((root) => {
    document.documentElement.classList.add("translated-ltr");
    const putInPlace = (text: Text) => {
      const inner = document.createElement("font");
      inner.textContent = text.data.replaceAll(/\p{L}+/gu, "mot");
      const outer = document.createElement("font");
      for (const font of [outer, inner]) font.style.verticalAlign = "inherit";
      outer.append(inner);
      text.replaceWith(outer);
    };
    const rewrite = () => {
      const found: Text[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { currentNode: text } = walker;
        const isOurs = text.parentElement?.closest('font, script, style, [translate="no"]');
        if (text instanceof Text && /\p{L}/u.test(text.data) && !isOurs) found.push(text);
      }
      found.forEach(putInPlace);
    };
    rewrite();
    new MutationObserver(rewrite).observe(root, { subtree: true, childList: true, characterData: true });
  });
}
