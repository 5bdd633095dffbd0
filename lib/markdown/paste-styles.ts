type Rule = { tag: string; classes: string[]; style: Map<string, string> };
export type Styled = readonly Rule[];

/** The rules of a pasted style sheet that name an element by its tag and classes, as word processors write them. */
export function styledBy(sheets: readonly string[]): Styled {
  const css = sheets.join("\n").replace(/\/\*.*?\*\/|<!--|-->/gs, "");
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = "", declarations = ""]) =>
    selectors.split(",").flatMap((selector) => {
      const named = /^([a-z0-9]*)((?:\.[\w-]+)*)$/i.exec(selector.trim());
      if (!named?.[0]) return [];
      const [, tag = "", classes = ""] = named;
      return [{ tag: tag.toLowerCase(), classes: classes.split(".").slice(1), style: read(declarations) }];
    }),
  );
}

/** What is said of how an element looks, its own words last; those of a word processor are kept, which a browser drops. */
export function declarationsOf(element: Element, styled: Styled): ReadonlyMap<string, string> {
  const tag = element.tagName.toLowerCase();
  const rules = styled.filter(
    (rule) =>
      (rule.tag === "" || rule.tag === tag) && rule.classes.every((name) => element.classList.contains(name)),
  );
  return new Map([...rules.flatMap(({ style }) => [...style]), ...read(element.getAttribute("style") ?? "")]);
}

function read(declarations: string): Map<string, string> {
  return new Map(
    declarations.split(";").flatMap((declaration): [string, string][] => {
      const [name = "", value = ""] = declaration.split(/:(.*)/s);
      const said = value
        .replace(/!important/i, "")
        .trim()
        .toLowerCase();
      return said ? [[name.trim().toLowerCase(), said]] : [];
    }),
  );
}
