import { and, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { patients } from "@/db/schema";
import { droppedSigns, foldText, numberIn, partingSigns } from "./fold-text";

/** As `foldText`. Letters that Unicode does not take apart (ł, ø) are spelled out. */
export function foldedColumn(text: PgColumn | SQL | string): SQL {
  const bare = sql`regexp_replace(normalize(${text}, NFD), ${`[${droppedSigns}]`}, '', 'g')`;
  const parted = sql`regexp_replace(${bare}, ${`[${partingSigns}]`}, ' ', 'g')`;
  return sql`lower(translate(${parted}, 'ŁłØøĐđĦħŦŧı', 'LlOoDdHhTti') collate "und-x-icu")`;
}

/** Names, address or number hold every word of the search, in any order; undefined for an empty search. */
export function isNamedLike(search: string): SQL | undefined {
  const words = foldText(search).split(/\s+/).filter(Boolean).slice(0, 10);
  const everything = sql`concat_ws(' ', ${patients.legalName}, ${patients.calledName}, ${patients.email}, ${patients.phone})`;
  const found = words.map((word) => holdsWord(everything, word));
  const number = numberIn(search);
  const byNumber = sql`regexp_replace(${patients.phone}, '\\D', '', 'g') like ${`%${number}%`}`;
  return number ? or(and(...found), byNumber) : and(...found);
}

export function holdsWord(text: PgColumn | SQL, word: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`${foldedColumn(text)} like ${foldedColumn(sql`${pattern}::text`)}`;
}
