import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import tables from "@/app/desk/_kit/tables.module.css";
import { boardAddress } from "@/app/desk/[practice]/board/asked";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { routes } from "@/lib/routes";
import type { BoardCounts, BoardFilter } from "@/lib/screens/desk/board-rows";

const order = [
  "given",
  "refused",
  "withdrawn",
  "lapsed",
  "unable",
  "due",
  "talk-first",
  "waiting",
  "in-the-room",
  "not-delivered",
  "asked-not-to",
  "on-paper",
  "not-asked",
] as const satisfies BoardFilter[];

type Counted = { id: string; kind: DisclosureKind; counts: BoardCounts | null };

/** How many patients stand where, each number leading to them; nobody is mentioned where nobody stands. */
export async function CountWords({ practice, disclosure }: { practice: string; disclosure: Counted }) {
  const { id, kind, counts } = disclosure;
  const t = await getTranslations("disclosures");
  const wordOf = (filter: (typeof order)[number]) =>
    isAcknowledged(kind) && (filter === "given" || filter === "refused")
      ? (`${filter}-notice` as const)
      : filter;
  const shown = order.flatMap((filter) => {
    const count = counts?.[filter];
    return count ? [{ filter, words: t(`state.${wordOf(filter)}`, { count }) }] : [];
  });
  if (shown.length === 0) return "–";
  return (
    <span>
      {shown.map(({ filter, words }, index) => (
        <Fragment key={filter}>
          {index > 0 && " · "}
          <a href={boardAddress(routes.board(practice), { text: id, filter })} className={tables.whole}>
            {words}
          </a>
        </Fragment>
      ))}
    </span>
  );
}
