import { getTranslations } from "next-intl/server";
import { Empty, Listing } from "@/app/desk/_ui/list";
import classes from "@/app/desk/_ui/list.module.css";
import { Name } from "@/app/desk/_ui/name";
import { shortDays } from "@/app/desk/_ui/short-day";
import type { BoardRow } from "@/lib/consents/board";
import type { BoardPage } from "@/lib/consents/board-page";
import { routes } from "@/lib/routes";
import { type CellWords, cellWords, type Tone } from "./cell-words";
import { SelectAll } from "./select-all";

const toneClass: Record<Tone, string | undefined> = {
  plain: undefined,
  quiet: classes.quiet,
  soon: classes.soon,
  alarm: classes.alarm,
};

type Shown = Pick<BoardPage, "rows" | "columns" | "day" | "now" | "timeZone" | "total">;

/** One row a patient, one column a disclosure. Plain links, because a prefetched patient would count as opened. */
export async function BoardTable({
  practice,
  board,
  mayAsk,
}: {
  practice: string;
  board: Shown;
  mayAsk: boolean;
}) {
  const t = await getTranslations("desk.board");
  const dayOf = await shortDays(board.timeZone, board.now);
  if (board.rows.length === 0) return <NoRows practice={practice} total={board.total} />;
  const words = (cell: CellWords) =>
    t(`word.${cell.word}`, { since: dayOf(cell.since), yes: cell.yes, uses: cell.uses });

  return (
    <Listing caption={t("caption")}>
      <thead>
        <tr>
          {mayAsk && (
            <th scope="col">
              <SelectAll label={t("selectAll")} />
            </th>
          )}
          <th scope="col">{t("patient")}</th>
          {board.columns.map(({ id, title }) => (
            <th key={id} scope="col">
              {title}
            </th>
          ))}
          <th scope="col">{t("nextStep")}</th>
        </tr>
      </thead>
      <tbody>
        {board.rows.map((row) => (
          <tr key={row.patient.id} data-row>
            {mayAsk && (
              <td>
                <input
                  type="checkbox"
                  name="patient"
                  value={row.patient.id}
                  aria-label={t("select", { name: row.patient.legalName })}
                />
              </td>
            )}
            <th scope="row">
              <a href={routes.patient(practice, row.patient.id)}>
                <Name>{row.patient.legalName}</Name>
              </a>
            </th>
            {board.columns.map(({ id, kind, title }, index) => {
              const state = row.states[index];
              if (!state) return <td key={id} />;
              const { undelivered } = row.patient;
              const cell = cellWords(state, kind, { undelivered, today: board.day });
              return (
                <td key={id} data-label={title}>
                  <span>
                    <a
                      href={`${routes.patient(practice, row.patient.id)}#text-${id}`}
                      className={`${classes.cell} ${toneClass[cell.tone] ?? ""}`}
                    >
                      {words(cell)}
                    </a>
                    {cell.notes.map(({ note, tone }) => (
                      <span key={note} className={`${classes.small} ${toneClass[tone] ?? ""}`}>
                        {t(`note.${note}`, { count: state.withdrawn.length })}
                      </span>
                    ))}
                  </span>
                </td>
              );
            })}
            <td data-label={t("nextStep")}>
              <NextStep practice={practice} row={row} mayAsk={mayAsk} />
            </td>
          </tr>
        ))}
      </tbody>
    </Listing>
  );
}

async function NextStep({ practice, row, mayAsk }: { practice: string; row: BoardRow; mayAsk: boolean }) {
  const t = await getTranslations("desk.board");
  const { patient, needs } = row;
  const phone = patient.phone ?? t("noPhone");
  if (needs.has("not-delivered")) return <span className={classes.alarm}>{t("step.call", { phone })}</span>;
  if (needs.has("talk-first")) return <a href={routes.patient(practice, patient.id)}>{t("step.talk")}</a>;
  if (needs.has("overdue")) return <span>{t("step.remind", { phone })}</span>;
  const isToAsk = needs.has("needs-something") || needs.has("not-asked");
  if (!mayAsk || !isToAsk) return <span className={classes.quiet}>–</span>;
  return <a href={`${routes.ask(practice)}?patient=${patient.id}`}>{t("step.ask")}</a>;
}

async function NoRows({ practice, total }: { practice: string; total: number }) {
  const t = await getTranslations("desk.board");
  return (
    <Empty>
      <p>{total === 0 ? t("emptyPractice") : t("emptyFilter")}</p>
      {total === 0 ? (
        <a href={routes.newPatient(practice)}>{t("addPatient")}</a>
      ) : (
        <a href={routes.board(practice)}>{t("showAll")}</a>
      )}
    </Empty>
  );
}
