import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import tables from "@/app/desk/_kit/tables.module.css";
import { boardAddress } from "@/app/desk/[practice]/board/board-address";
import { routes } from "@/lib/routes";
import type { BoardCounts, BoardFilter } from "@/lib/screens/desk/board-rows";

const order = [
  "unable",
  "due",
  "in-the-room",
  "not-delivered",
  "asked-not-to",
  "on-paper",
] as const satisfies BoardFilter[];

type Counted = { id: string; counts: BoardCounts | null };

/** What the bar does not tell apart, each number leading to them; nobody is mentioned where nobody stands. */
export async function CountWords({ practice, disclosure }: { practice: string; disclosure: Counted }) {
  const { id, counts } = disclosure;
  const t = await getTranslations("disclosures");
  const shown = order.flatMap((filter) => {
    const count = counts?.[filter];
    return count ? [{ filter, words: t(`state.${filter}`, { count }) }] : [];
  });
  if (shown.length === 0) return null;
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
