import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { eventSentences } from "@/app/desk/_kit/event-sentences";
import { FileButton } from "@/app/desk/_kit/file-button";
import finding from "@/app/desk/_kit/finding.module.css";
import { Counted, Empty, Listing, PageHead } from "@/app/desk/_kit/list";
import { Sentence } from "@/app/desk/_kit/name";
import { dayIn, idIn, positionIn, textIn, withQuery, wordIn } from "@/app/desk/_kit/search-params";
import tables from "@/app/desk/_kit/tables.module.css";
import tones from "@/app/desk/_kit/tones.module.css";
import { Words } from "@/app/desk/_kit/words";
import { eventKey, eventNames } from "@/lib/audit/events";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { mostCounted, trailPage } from "@/lib/screens/desk/trail";
import { CheckTrail } from "./check-trail";
import { TrailFilters } from "./trail-filters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trail"))("title") };
}

export default async function AuditPage({ params, searchParams }: PageProps<"/desk/[practice]/audit">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const query = await searchParams;
  const kind = wordIn(query, "kind", ["", ...eventNames]);
  const asked = {
    patientId: idIn(query, "patient"),
    patientNamed: textIn(query, "named"),
    staffId: idIn(query, "person"),
    name: eventNames.find((name) => name === kind),
    from: dayIn(query, "from"),
    until: dayIn(query, "until"),
  };
  const before = positionIn(query, "before");
  const page = await orNotFound(ctx, trailPage(ctx, { ...asked, before }, await requestLanguage()));
  const t = await getTranslations("trail");
  const time = await timesIn(page.timeZone);
  const { zone } = time(new Date());
  const sentenceOf = await eventSentences();
  const path = routes.audit(practice);
  const kept = {
    patient: asked.patientId,
    named: asked.patientNamed,
    person: asked.staffId,
    kind: asked.name,
    from: asked.from,
    until: asked.until,
  };
  const isNarrowed = Object.values(kept).some(Boolean);

  return (
    <Words of={["audit.broken", "trail.check"]}>
      <PageHead title={t("title")}>
        {page.mayExport && <FileButton from={routes.auditExport(practice)}>{t("export")}</FileButton>}
      </PageHead>
      <p className={tones.quiet}>
        {t("stands", { size: page.size })}{" "}
        {page.checkpoint
          ? t("signed", { size: page.checkpoint.size, at: time(page.checkpoint.signedAt).both })
          : t("notSigned")}{" "}
        {!page.seesWholeTrail && t("yourPart")}
      </p>
      <CheckTrail practice={practice} />
      <TrailFilters path={path} kept={kept} page={page} zone={zone} />
      <Counted
        words={
          page.matches === null
            ? t("countedMany", { shown: page.entries.length, counted: mostCounted })
            : t("counted", { shown: page.entries.length, matches: page.matches })
        }
        undo={isNarrowed || before ? { href: path, label: t("showAll") } : null}
      />
      {page.entries.length === 0 ? (
        <Empty>
          <p>{t("empty")}</p>
        </Empty>
      ) : (
        <Listing caption={t("caption")}>
          <thead>
            <tr>
              <th scope="col">{t("number")}</th>
              <th scope="col">{t("whenIn", { zone })}</th>
              <th scope="col">{t("what")}</th>
              <th scope="col">{t("route")}</th>
            </tr>
          </thead>
          <tbody>
            {page.entries.map((entry) => (
              <tr key={entry.seq} data-row>
                <td data-label={t("number")}>{entry.seq}</td>
                <td data-label={t("when")}>
                  <time dateTime={entry.at.toISOString()}>{time(entry.at).both}</time>
                </td>
                <td>
                  {entry.patient ? (
                    <a href={withQuery(path, { patient: entry.patient.id })} className={tables.cell}>
                      <Sentence>{sentenceOf(entry)}</Sentence>
                    </a>
                  ) : (
                    <span title={eventKey(entry.name)}>{sentenceOf(entry)}</span>
                  )}
                </td>
                <td data-label={t("route")} className={tones.quiet}>
                  {t(`routes.${entry.route}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </Listing>
      )}
      {page.next !== null && (
        <p className={finding.pager}>
          <a href={withQuery(path, { ...kept, before: page.next })}>{t("earlier")}</a>
        </p>
      )}
    </Words>
  );
}
