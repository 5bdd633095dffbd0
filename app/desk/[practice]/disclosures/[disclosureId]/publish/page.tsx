import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import finding from "@/app/desk/_kit/finding.module.css";
import { PageHead } from "@/app/desk/_kit/list";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { publishPage } from "@/lib/screens/desk/publish";
import { Differences } from "./differences";
import { PublishForm } from "./publish-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publish"))("title") };
}

export default async function PublishPage({
  params,
}: PageProps<"/desk/[practice]/disclosures/[disclosureId]/publish">) {
  const { practice, disclosureId } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const page = await orNotFound(ctx, publishPage(ctx, disclosureId, await requestLanguage()));
  // Back after publishing, or a second tab: there is nothing left to publish, and the text says what became of it.
  if (!page) redirect(routes.disclosure(practice, disclosureId));
  const { differences, ...sheet } = page;
  const t = await getTranslations("publish");
  const part = await getTranslations("mustSay");
  const parts = Object.fromEntries(page.parts.map((one) => [one, part(one)]));
  return (
    <Words of={["formRefusals", "publish.form"]}>
      <PageHead title={t("head", { number: page.number })} />
      <p className={finding.count}>
        <a href={routes.disclosure(practice, disclosureId)}>{page.title}</a>
      </p>
      <PublishForm practice={practice} disclosureId={disclosureId} page={{ ...sheet, parts }}>
        <Differences differences={differences} to={page.number} />
      </PublishForm>
    </Words>
  );
}
