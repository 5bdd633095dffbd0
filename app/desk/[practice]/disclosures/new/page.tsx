import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { PageHead } from "@/app/desk/_kit/list";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { disclosureKinds } from "@/lib/disclosures/kinds";
import { mayWrite } from "@/lib/screens/desk/drafts";
import { KindForm } from "./kind-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("drafts.new"))("title") };
}

export default async function NewDisclosurePage({ params }: PageProps<"/desk/[practice]/disclosures/new">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffContext(practice);
  await orNotFound(ctx, mayWrite(ctx));
  const t = await getTranslations("drafts.new");
  const name = await getTranslations("disclosures.kinds");
  const kinds = disclosureKinds.map((kind) => ({ kind, name: name(kind), purpose: t(`kinds.${kind}`) }));
  return (
    <Words of={["formRefusals"]}>
      <PageHead title={t("title")} />
      <p>{t("words")}</p>
      <KindForm
        practice={practice}
        kinds={kinds}
        words={{ choose: t("choose"), start: t("start"), chooseOne: t("chooseOne") }}
      />
    </Words>
  );
}
