import { Button } from "@mantine/core";
import { getLocale, getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import pages from "@/app/my/[practice]/pages.module.css";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { patientContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { recordsPage } from "@/lib/screens/my/records";
import { OnPaper } from "./on-paper";
import { ScreenOrPaper } from "./screen-or-paper";
import { TryOut } from "./try-out";
import { pageToGoOnTo } from "./where-next";

type Props = PageProps<"/my/[practice]/records">;

export async function generateMetadata() {
  return { title: (await getTranslations("records"))("title") };
}

/** A screen instead of paper, where the law wants writing: agreeing to it, and showing that a copy opens. */
export default async function RecordsPage({ params, searchParams }: Props) {
  const { practice: slug } = await checkedParams(params);
  const { next, patient: wanted } = await searchParams;
  const ctx = await patientContext(slug);
  const language = asLanguage(await getLocale());
  const page = await orNotFound(ctx, recordsPage(ctx, typeof wanted === "string" ? wanted : null, language));
  const t = await getTranslations("records");
  const { practice, patient, state, test, waiting } = page;
  const goOnTo = pageToGoOnTo(slug, next);
  const place = { patientId: patient.id, next: goOnTo ?? "" };
  const back = goOnTo
    ? { href: goOnTo, label: t("back") }
    : { href: routes.my(slug), label: (await getTranslations("common"))("home") };

  return (
    <PatientFrame practice={practice} back={back}>
      <h1 className={pages.title}>{t("title")}</h1>
      {(page.several || !patient.isReader) && <p>{t("for", { name: patient.calledName })}</p>}
      {state.route !== "paper" && <p>{t("why")}</p>}
      {state.route === "consent-first" && <ScreenOrPaper practice={slug} place={place} state={state} />}
      {state.route === "test-first" && <TryOut practice={slug} place={place} test={test} />}
      {state.route === "paper" && (
        <OnPaper practice={slug} place={place} state={state} phone={practice.phone} />
      )}
      {state.route === "electronic" && (
        <section className={pages.section} aria-labelledby="done">
          <h2 id="done">{t(state.passedTestId ? "passed" : "nothing")}</h2>
          {state.passedTestId && <p>{t("passedNow")}</p>}
          <Button
            component="a"
            href={goOnTo ?? (waiting ? routes.request(slug, waiting.requestId) : routes.my(slug))}
            size="lg"
            fullWidth
          >
            {goOnTo
              ? t("back")
              : waiting
                ? t.rich("goOn", {
                    title: waiting.title,
                    text: (words) => <span lang={waiting.language}>{words}</span>,
                  })
                : t("home")}
          </Button>
        </section>
      )}
    </PatientFrame>
  );
}
