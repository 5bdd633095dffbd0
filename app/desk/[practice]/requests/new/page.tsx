import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { Empty, PageHead } from "@/app/desk/_kit/list";
import { idsIn } from "@/app/desk/_kit/search-params";
import { Words } from "@/app/desk/_kit/words";
import { boardParams } from "@/app/desk/[practice]/board/board-address";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { askPage } from "@/lib/screens/desk/ask";
import { AskForm } from "./ask-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.ask"))("title") };
}

export default async function AskPage({ params, searchParams }: PageProps<"/desk/[practice]/requests/new">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const query = await searchParams;
  const shown = query.from === "board" ? boardParams(query) : null;
  const page = await orNotFound(ctx, askPage(ctx, await requestLanguage(), shown));
  const { people, disclosures, day, left } = page;
  const t = await getTranslations("requests.ask");
  const known = new Set(people.map(({ id }) => id));
  const patients = shown ? page.chosen : idsIn(query, "patient").filter((id) => known.has(id));
  const isUsual = query.texts === "usual";
  const named = idsIn(query, "text").filter((id) => disclosures.some((one) => one.id === id));
  const texts = isUsual ? page.usual : named;
  const time = await timesIn(page.timeZone);
  return (
    <Words of={["formRefusals", "patients.picker", "requests.askForm", "requests.leaving"]}>
      <PageHead title={t("title")} />
      {people.length === 0 || disclosures.length === 0 ? (
        <Empty>
          <p>{t(people.length === 0 ? "noPatients" : "noTexts")}</p>
          <a href={routes.newPatient(practice)}>{t("addPatient")}</a>
        </Empty>
      ) : (
        <>
          {isUsual && (
            <p>
              {t("usualTicked", { count: page.usual.length })}{" "}
              {page.fallenOut.map(({ title, retiredAt }) =>
                t("fellOut", { title, date: time(retiredAt).date }),
              )}
            </p>
          )}
          {left > 0 && <p>{t("left", { count: patients.length, left })}</p>}
          <AskForm
            practice={practice}
            people={people}
            disclosures={disclosures}
            day={day}
            timeZone={page.timeZone}
            chosen={{ patientIds: patients, disclosureIds: texts }}
            usual={page.usual}
            fromTicked={query.from === "ticked"}
          />
        </>
      )}
    </Words>
  );
}
