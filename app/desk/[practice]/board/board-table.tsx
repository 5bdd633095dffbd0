import { getTranslations } from "next-intl/server";
import { type CellWords, cellWords, type Tone } from "@/app/desk/_kit/cell-words";
import { Empty, Listing } from "@/app/desk/_kit/list";
import { marked, Name, Sentence } from "@/app/desk/_kit/name";
import { withQuery } from "@/app/desk/_kit/search-params";
import { shortDays } from "@/app/desk/_kit/short-day";
import tables from "@/app/desk/_kit/tables.module.css";
import tones from "@/app/desk/_kit/tones.module.css";
import { type UseWord, wordOfUse } from "@/lib/consents/word-of-use";
import { routes } from "@/lib/routes";
import type { BoardPage } from "@/lib/screens/desk/board";
import type { BoardRow } from "@/lib/screens/desk/board-rows";
import { MeetsOn } from "./meets-on";
import { nextStep } from "./next-step";
import { SelectAll } from "./select-all";

const toneClass: Record<Tone, string | undefined> = {
  plain: undefined,
  quiet: tones.quiet,
  soon: tones.soon,
  alarm: tones.alarm,
};

const useTone: Record<UseWord, string | undefined> = {
  may: undefined,
  no: undefined,
  "not-now": tones.soon,
  "took-back": tones.quiet,
  "not-said": tones.quiet,
};

/** One row a patient, one column a disclosure. Plain links, because a prefetched patient would count as opened. */
export async function BoardTable(props: {
  practice: string;
  board: BoardPage;
  mayAsk: boolean;
  /** The board about one disclosure. */
  hrefOf(text: string): string;
}) {
  const { practice, board, mayAsk, hrefOf } = props;
  const t = await getTranslations("board");
  const dayOf = await shortDays(board.timeZone, board.now);
  if (board.rows.length === 0) return <NoRows practice={practice} total={board.total} />;
  const placing = await getTranslations("placing.board");
  const hasMeetings = board.platforms.length > 0;
  const words = (cell: CellWords) =>
    t(`word.${cell.word}`, { since: dayOf(cell.since), yes: cell.yes, uses: cell.uses });

  return (
    <Listing caption={t("caption")}>
      <thead>
        <tr>
          {mayAsk && (
            <th scope="col" className={tables.ticked}>
              <SelectAll label={t("selectAll")} />
            </th>
          )}
          <th scope="col">{t("patient")}</th>
          {hasMeetings && <th scope="col">{placing("column")}</th>}
          {board.shown.map(({ id, title }) => (
            <th key={id} scope="col">
              <a
                href={hrefOf(id)}
                className={tables.columnHead}
                aria-current={id === board.about?.id || undefined}
              >
                {title}
              </a>
            </th>
          ))}
          {board.uses.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
          <th scope="col">{t("nextStep")}</th>
        </tr>
      </thead>
      <tbody>
        {board.rows.map((row) => (
          <tr key={row.patient.id} data-row>
            {mayAsk && (
              <td className={tables.ticked}>
                <label className={tables.tick}>
                  <input
                    type="checkbox"
                    name="patient"
                    value={row.patient.id}
                    aria-label={t("select", { name: row.patient.legalName })}
                  />
                </label>
              </td>
            )}
            <th scope="row">
              <a href={routes.patient(practice, row.patient.id)}>
                <Name>{row.patient.legalName}</Name>
              </a>
            </th>
            {hasMeetings && (
              <td data-label={placing("column")}>
                <MeetsOn meets={board.meeting(row.patient.id)} dayOf={dayOf} />
              </td>
            )}
            {board.shown.map(({ id, title, index }) => {
              const found = row.cells[index];
              if (!found) return <td key={id} />;
              const cell = cellWords(found, row.patient, board.day);
              return (
                <td key={id} data-label={title}>
                  <span>
                    <a
                      href={`${routes.patient(practice, row.patient.id)}#text-${id}`}
                      className={`${tables.cell} ${toneClass[cell.tone] ?? ""}`}
                    >
                      {words(cell)}
                    </a>
                    {cell.notes.map(({ note, tone }) => (
                      <span key={note} className={`${tones.small} ${toneClass[tone] ?? ""}`}>
                        {t(`note.${note}`, { count: found.state.withdrawn.length })}
                      </span>
                    ))}
                  </span>
                </td>
              );
            })}
            {board.uses.map(({ key, label }) => {
              const cell = row.cells[board.about?.index ?? -1];
              const word = cell ? wordOfUse(cell.state, key) : "not-said";
              return (
                <td key={key} data-label={label} className={useTone[word]}>
                  {t(`use.${word}`)}
                </td>
              );
            })}
            <td data-label={t("nextStep")}>
              <NextStep practice={practice} row={row} text={board.about?.id ?? null} mayAsk={mayAsk} />
            </td>
          </tr>
        ))}
      </tbody>
    </Listing>
  );
}

async function NextStep(props: { practice: string; row: BoardRow; text: string | null; mayAsk: boolean }) {
  const { practice, row, text, mayAsk } = props;
  const { patient, needs } = row;
  const t = await getTranslations("board");
  const step = nextStep(needs, mayAsk);
  if (!step) return <span className={tones.quiet}>–</span>;
  const words = t(`step.${step}`, {
    hasPhone: String(patient.phone !== null),
    phone: marked(patient.phone ?? ""),
  });
  if (step === "talk") return <a href={routes.patient(practice, patient.id)}>{words}</a>;
  if (step === "agree-way") return <a href={`${routes.patient(practice, patient.id)}#meeting`}>{words}</a>;
  if (step === "ask" || step === "ask-again")
    return <a href={withQuery(routes.ask(practice), { patient: patient.id, text })}>{words}</a>;
  return (
    <span className={step === "call" ? tones.alarm : undefined}>
      <Sentence>{words}</Sentence>
    </span>
  );
}

async function NoRows({ practice, total }: { practice: string; total: number }) {
  const t = await getTranslations("board");
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
