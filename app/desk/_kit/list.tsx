import { Button, NativeSelect, TextInput } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import finding from "./finding.module.css";
import { withQuery } from "./search-params";
import tables from "./tables.module.css";

type Query = Record<string, string | number | null | undefined>;

export function PageHead({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={finding.head}>
      <h1>{title}</h1>
      {children}
    </div>
  );
}

/** A plain form: it works before any script has come, and the address says what was searched. */
export async function SearchForm(props: {
  path: string;
  search: string;
  label: string;
  kept?: Query;
  /** What else the search asks. */
  children?: ReactNode;
}) {
  const { path, search, label, kept = {}, children } = props;
  const t = await getTranslations("desk.list");
  return (
    <search>
      <form action={path} className={finding.search}>
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <TextInput type="search" name="q" defaultValue={search} aria-label={label} placeholder={label} />
        {children}
        <Button type="submit" variant="default">
          {t("search")}
        </Button>
      </form>
    </search>
  );
}

/** What else a search asks, beside its words; nothing chosen is all. */
export function SearchSelect(props: {
  name: string;
  label: string;
  all: string;
  chosen: string | null | undefined;
  choices: [value: string, label: string][];
}) {
  const { name, label, all, chosen, choices } = props;
  return (
    <NativeSelect
      name={name}
      aria-label={label}
      defaultValue={chosen ?? ""}
      data={[{ value: "", label: all }, ...choices.map(([value, words]) => ({ value, label: words }))]}
    />
  );
}

export function MainAction({ href, children }: { href: string; children: string }) {
  return (
    <Button component="a" href={href}>
      {children}
    </Button>
  );
}

export type Filter = { key: string; label: string; count: number };

/** How many each filter holds; those that hold nobody stay away, except the one in force. */
export function Filters(props: {
  label: string;
  filters: Filter[];
  chosen: string;
  hrefOf(key: string): string;
}) {
  const { label, filters, chosen, hrefOf } = props;
  const shown = filters.filter(({ key, count }, index) => index === 0 || key === chosen || count > 0);
  return (
    <nav aria-label={label}>
      <ul className={finding.filters}>
        {shown.map(({ key, label: words, count }) => (
          <li key={key}>
            <a href={hrefOf(key)} aria-current={key === chosen ? "true" : undefined}>
              {words} {count}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A few ways to see the same list, one of them in force. */
export function ViewChoices(props: {
  label: string;
  chosen: string;
  choices: { key: string; label: string; href: string }[];
}) {
  const { label, chosen, choices } = props;
  return (
    <nav aria-label={label} className={finding.choices}>
      <span aria-hidden>{label}</span>
      <ul>
        {choices.map(({ key, label: words, href }) => (
          <li key={key}>
            <a href={href} aria-current={key === chosen ? "true" : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many are shown of how many, and how to undo what narrows the list. */
export function Counted({
  words,
  undo,
}: {
  words: string;
  undo?: { href: string; label: string } | null | undefined;
}) {
  return (
    <p className={finding.count}>
      {words} {undo && <a href={undo.href}>{undo.label}</a>}
    </p>
  );
}

export async function Pager(props: { path: string; query: Query; page: number; pages: number }) {
  const { path, query, page, pages } = props;
  if (pages <= 1) return null;
  const t = await getTranslations("desk.list");
  const at = (wanted: number) => withQuery(path, { ...query, page: wanted > 1 ? wanted : null });
  return (
    <nav aria-label={t("pages")} className={finding.pager}>
      {page > 1 && <a href={at(page - 1)}>{t("previous")}</a>}
      <span>{t("pageOf", { page, pages })}</span>
      {page < pages && <a href={at(page + 1)}>{t("next")}</a>}
    </nav>
  );
}

/** A table that scrolls on its own when the window is narrow for it. */
export function Listing({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className={tables.scroll}>
      <table className={tables.table}>
        <caption>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className={finding.empty}>{children}</div>;
}
