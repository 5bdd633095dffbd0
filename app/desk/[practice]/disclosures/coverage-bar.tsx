import { ProgressRoot, ProgressSection } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { wordOfPart } from "@/app/desk/_kit/word-of-part";
import { boardAddress } from "@/app/desk/[practice]/board/board-address";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { routes } from "@/lib/routes";
import { type BoardShares, boardParts } from "@/lib/screens/desk/board-parts";
import classes from "./coverage-bar.module.css";

type Covered = { id: string; kind: DisclosureKind; shares: BoardShares | null };

/** Everybody in one bar, and its parts in words, each leading to who is in it. */
export async function CoverageBar({ practice, disclosure }: { practice: string; disclosure: Covered }) {
  const { id, kind, shares } = disclosure;
  const t = await getTranslations("board");
  const parts = boardParts.flatMap((part) => {
    const count = shares?.[part] ?? 0;
    return count > 0 ? [{ part, count, words: t(`part.${wordOfPart(part, kind)}`) }] : [];
  });
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return "–";
  return (
    <div className={classes.coverage}>
      <ProgressRoot size="lg" radius="sm" className={classes.bar ?? ""} aria-hidden>
        {parts.map(({ part, count }) => (
          <ProgressSection
            key={part}
            value={(count / all) * 100}
            withAria={false}
            data-part={part}
            className={classes.section ?? ""}
          />
        ))}
      </ProgressRoot>
      <ul className={classes.parts}>
        {parts.map(({ part, count, words }) => (
          <li key={part}>
            <a href={boardAddress(routes.board(practice), { text: id, part })}>
              <span aria-hidden data-part={part} className={classes.swatch} />
              {t("share", { part: words, count })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
