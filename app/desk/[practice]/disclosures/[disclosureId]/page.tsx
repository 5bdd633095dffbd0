import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import finding from "@/app/desk/_kit/finding.module.css";
import { PageHead } from "@/app/desk/_kit/list";
import tones from "@/app/desk/_kit/tones.module.css";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { disclosurePage } from "@/lib/screens/desk/disclosures";
import { draftsPage } from "@/lib/screens/desk/drafts";
import { ClaimWarnings } from "../claim-warnings";
import { CountWords } from "../count-words";
import { CoverageBar } from "../coverage-bar";
import { WriteNext } from "../write-next";
import classes from "./disclosure.module.css";
import { GivingOut } from "./giving-out";
import { VersionFacts } from "./version-facts";
import { VersionText } from "./version-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disclosures"))("one") };
}

export default async function DisclosurePage({
  params,
}: PageProps<"/desk/[practice]/disclosures/[disclosureId]">) {
  const { practice, disclosureId } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const language = await requestLanguage();
  const page = await orNotFound(ctx, disclosurePage(ctx, disclosureId, language));
  const drafts = await draftsPage(ctx);
  const draft = drafts?.get(disclosureId);
  const t = await getTranslations("disclosures");
  const compare = await getTranslations("compare");
  const words = await getTranslations("disclosures.givenOut");
  const time = await timesIn(page.timeZone);
  return (
    <Words of={["disclosures.giving", "formRefusals"]}>
      <PageHead title={(page.versions.length === 0 && draft?.titles[language]) || page.title}>
        {drafts && (
          <WriteNext
            practice={practice}
            disclosureId={disclosureId}
            savedAt={draft ? time(draft.savedAt).both : null}
            isFirst={page.versions.length === 0}
          />
        )}
        {page.versions.length > 1 && (
          <a href={routes.compareVersions(practice, disclosureId)}>{compare("links")}</a>
        )}
      </PageHead>
      <p className={finding.count}>
        {t(`kinds.${page.kind}`)}.{" "}
        <CountWords practice={practice} disclosure={{ ...page, id: disclosureId }} />
      </p>
      <CoverageBar practice={practice} disclosure={{ ...page, id: disclosureId }} />
      {page.retiredAt && (
        <p className={classes.retired}>{words("retiredSince", { date: time(page.retiredAt).date })}</p>
      )}
      <ClaimWarnings practice={practice} claims={page.warnings} />
      {page.versions.map((version) => (
        <section key={version.id} aria-labelledby={version.id} className={classes.version}>
          <h2 id={version.id}>
            {t("version", { number: version.number })}
            {version.id === page.currentId && !page.retiredAt && ` (${t("inForceNow")})`}
          </h2>
          <VersionFacts practice={practice} version={version} timeZone={page.timeZone} />
          {version.texts.map((text) => (
            <details key={text.language} className={classes.text}>
              <summary>
                <span lang={text.language}>{text.title}</span> ({t(`languages.${text.language}`)})
              </summary>
              <VersionText text={text} claims={page.claims} />
            </details>
          ))}
        </section>
      ))}
      <p className={tones.quiet}>{words("unchangeable")}</p>
      <GivingOut practice={practice} disclosureId={disclosureId} page={page} />
    </Words>
  );
}
