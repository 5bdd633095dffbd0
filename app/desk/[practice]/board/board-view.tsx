import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { asking } from "@/app/desk/_ui/asked";
import { Counted, Filters, Pager, SearchForm } from "@/app/desk/_ui/list";
import classes from "@/app/desk/_ui/list.module.css";
import { TakeAlong } from "@/app/desk/_ui/take-along";
import { boardFilters } from "@/lib/consents/board";
import { type BoardAsked, type BoardPage, boardSorts } from "@/lib/consents/board-page";
import { routes } from "@/lib/routes";
import { boardAddress } from "./asked";
import { BoardTable } from "./board-table";

/** Search, filters with their counts, order, the table, and what to do with the rows one ticked. */
export async function BoardView(props: {
  practice: string;
  board: BoardPage;
  asked: BoardAsked;
  mayAsk: boolean;
}) {
  const { practice, board, asked, mayAsk } = props;
  const t = await getTranslations("desk.board");
  const path = routes.board(practice);
  const at = (change: Partial<BoardAsked>) => boardAddress(path, { ...asked, page: 1, ...change });
  const { filter, search, sort } = asked;
  const isNarrowed = filter !== "all" || search !== "";
  const kept = { show: filter === "all" ? null : filter, sort: sort === "name" ? null : sort };
  const exported = asking(routes.boardExport(practice), { ...kept, q: search });
  return (
    <>
      <div className={classes.tools}>
        <SearchForm path={path} search={search} label={t("searchLabel")} kept={kept} />
        <span>
          {t("order")}{" "}
          {boardSorts.map((one) => (
            <span key={one}>
              {one === sort ? (
                <strong>{t(`sort.${one}`)}</strong>
              ) : (
                <a href={at({ sort: one })}>{t(`sort.${one}`)}</a>
              )}{" "}
            </span>
          ))}
        </span>
        <TakeAlong from={exported}>{t("export")}</TakeAlong>
      </div>
      <Filters
        label={t("filters")}
        chosen={filter}
        hrefOf={(key) => at({ filter: boardFilters.find((one) => one === key) ?? "all" })}
        filters={boardFilters.map((key) => ({
          key,
          label: t(`filter.${key}`),
          count: board.counts[key] ?? 0,
        }))}
      />
      <form action={routes.ask(practice)}>
        <div className={classes.tools}>
          <Counted
            words={t("counted", { shown: board.rows.length, matches: board.matches, total: board.total })}
            undo={
              isNarrowed
                ? {
                    href: boardAddress(path, { filter: "all", search: "", sort, page: 1 }),
                    label: t("showAll"),
                  }
                : null
            }
          />
          {mayAsk && board.rows.length > 0 && (
            <Button type="submit" size="compact-md">
              {t("askSelected")}
            </Button>
          )}
        </div>
        <BoardTable practice={practice} board={board} mayAsk={mayAsk} />
      </form>
      <Pager path={path} asked={{ ...kept, q: search }} page={board.page} pages={board.pages} />
    </>
  );
}
