import { routes } from "@/lib/routes";

export type PageKey =
  | "today"
  | "patients"
  | "groups"
  | "board"
  | "requests"
  | "disclosures"
  | "watch"
  | "platforms"
  | "rooms"
  | "wishes"
  | "safeguards"
  | "documents"
  | "audit"
  | "settings";
export type PlaceKey = "today" | "patients" | "consents" | "texts" | "meeting" | "records" | "practice";

export type Place<Key = PageKey> = { key: Key; href: string };
export type Group = { key: PlaceKey; pages: Place[] };

const tree: Record<PlaceKey, readonly PageKey[]> = {
  today: ["today"],
  patients: ["patients", "groups"],
  consents: ["board", "requests"],
  texts: ["disclosures", "watch"],
  meeting: ["platforms", "rooms", "wishes", "safeguards"],
  records: ["documents", "audit"],
  practice: ["settings"],
};

/** The places of the desk with the pages one may read there; where there is none, the place stays away. */
export function placesOf(practice: string, may: { readDocuments: boolean; readTrail: boolean }): Group[] {
  const isShown = (key: PageKey) =>
    key === "documents" ? may.readDocuments : key === "audit" ? may.readTrail : true;
  const hrefOf = (key: PageKey) => routes[key === "today" ? "desk" : key](practice);
  return (Object.entries(tree) as [PlaceKey, readonly PageKey[]][])
    .map(([key, pages]) => ({
      key,
      pages: pages.filter(isShown).map((page) => ({ key: page, href: hrefOf(page) })),
    }))
    .filter(({ pages }) => pages.length > 0);
}

/** The page that a path is, or lies below; below Today lies everything, and thus nothing. */
export function pageAt<P extends { href: string }>(path: string, pages: readonly P[]): P | undefined {
  const [home] = pages;
  return pages
    .filter((page) => path === page.href || (page !== home && path.startsWith(`${page.href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];
}

/** "page" is this very page; what it lies within is "true". */
export function currentMark(path: string, href: string, isWithin: boolean): "page" | "true" | undefined {
  if (path === href) return "page";
  return isWithin ? "true" : undefined;
}
