import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { FileButton } from "@/app/desk/_kit/file-button";
import finding from "@/app/desk/_kit/finding.module.css";
import { Counted, Filters, Pager, SearchForm, SearchSelect, ViewChoices } from "@/app/desk/_kit/list";
import { withQuery } from "@/app/desk/_kit/search-params";
import tables from "@/app/desk/_kit/tables.module.css";
import { wordOfPart } from "@/app/desk/_kit/word-of-part";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { routes } from "@/lib/routes";
import { type BoardPage, type BoardParams, boardSorts } from "@/lib/screens/desk/board";
import { boardParts } from "@/lib/screens/desk/board-parts";
import { type BoardFilter, boardFilters, isToAsk } from "@/lib/screens/desk/board-rows";
import { AskSelected } from "./ask-selected";
import { boardAddress, boardQuery } from "./board-address";
import { BoardTable } from "./board-table";

/** Search, filters with their counts, order, the table, and what to do with the rows one ticked. */
export async function BoardView(props: {
  practice: string;
  board: BoardPage;
  params: BoardParams;
  mayAsk: boolean;
}) {
  const { practice, board, mayAsk } = props;
  const { about } = board;
  const params = {
    ...props.params,
    page: 1,
    text: about?.id ?? null,
    use: board.use,
    part: board.part,
    meets: board.meetsOn,
  };
  const { filter, search, sort } = params;
  const t = await getTranslations("board");
  const placing = await getTranslations("placing.board");
  const path = routes.board(practice);
  const at = (change: Partial<BoardParams>) => boardAddress(path, { ...params, ...change });
  const { show, q, text, use, part, meets } = boardQuery(params);
  const kept = boardQuery({ filter, sort });
  const isNoticed = about !== null && isAcknowledged(about.kind);
  const labelOf = (key: BoardFilter) =>
    isNoticed && (key === "given" || key === "refused") ? t(`filter.${key}-notice`) : t(`filter.${key}`);
  const counted = { shown: board.rows.length, matches: board.matches, total: board.total };
  const asksThese =
    mayAsk && about !== null && (isToAsk(filter) || part === "not-asked") && board.matches > 0;
  return (
    <>
      <div className={finding.tools}>
        <SearchForm path={path} search={search} label={t("searchLabel")} kept={kept}>
          <SearchSelect
            name="text"
            label={t("about")}
            all={t("aboutAll")}
            chosen={text}
            choices={board.columns.map(({ id, title }) => [id, title])}
          />
          {about && (
            <SearchSelect
              name="part"
              label={t("partFilter")}
              all={t("partAll")}
              chosen={part}
              choices={boardParts.map((one) => [one, t(`part.${wordOfPart(one, about.kind)}`)])}
            />
          )}
          {board.uses.length > 0 && (
            <SearchSelect
              name="use"
              label={t("useFilter")}
              all={t("useAll")}
              chosen={use}
              choices={board.uses.map(({ key, label }) => [key, t("useOne", { use: label })])}
            />
          )}
          {board.platforms.length > 1 && (
            <SearchSelect
              name="meets"
              label={placing("filter")}
              all={placing("filterAll")}
              chosen={meets}
              choices={board.platforms.map(({ id, name }) => [id, name])}
            />
          )}
        </SearchForm>
        <ViewChoices
          label={t("order")}
          chosen={sort}
          choices={boardSorts.map((one) => ({ key: one, label: t(`sort.${one}`), href: at({ sort: one }) }))}
        />
        <FileButton from={boardAddress(routes.boardExport(practice), params)}>{t("export")}</FileButton>
      </div>
      <Filters
        label={t("filters")}
        chosen={filter}
        hrefOf={(key) => at({ filter: boardFilters.find((one) => one === key) ?? "all" })}
        filters={boardFilters
          .filter((key) => about !== null || key !== "given" || key === filter)
          .filter((key) => !isRare(key) || key === filter || (board.counts[key] ?? 0) > 0)
          .map((key) => ({ key, label: labelOf(key), count: board.counts[key] ?? 0 }))}
      />
      {/* What is ticked is kept by itself; what the browser remembers may be older. */}
      <form action={routes.ask(practice)} autoComplete="off">
        {text && <input type="hidden" name="text" value={text} />}
        <div className={tables.bar}>
          <Counted
            words={about ? t("countedAbout", { ...counted, title: about.title }) : t("counted", counted)}
            undo={
              show || q || text || use || part || meets
                ? { href: boardAddress(path, { sort }), label: t("showAll") }
                : null
            }
          />
          {asksThese && (
            <Button
              component="a"
              size="compact-md"
              href={withQuery(routes.ask(practice), { from: "board", text, use, part, meets, show, q })}
            >
              {t("askThese", { count: board.matches })}
            </Button>
          )}
          {mayAsk && board.rows.length > 0 && (
            <AskSelected practice={practice} text={text ?? null} isMain={!asksThese} />
          )}
        </div>
        <BoardTable
          practice={practice}
          board={board}
          mayAsk={mayAsk}
          hrefOf={(id) => at({ text: id, use: null, part: null })}
        />
      </form>
      <Pager
        path={path}
        query={{ ...kept, q, text, use, part, meets }}
        page={board.page}
        pages={board.pages}
      />
    </>
  );
}

/** Shown where there is somebody in it: most practices have none for weeks. */
function isRare(key: BoardFilter): boolean {
  return key === "way-to-agree" || key === "lapsed" || key === "resting" || key === "unable";
}
