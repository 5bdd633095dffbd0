import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { draftPage } from "@/lib/screens/desk/draft";
import { DraftEditor } from "./draft-editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("drafts"))("title") };
}

export default async function DraftPage({
  params,
}: PageProps<"/desk/[practice]/disclosures/[disclosureId]/draft">) {
  const { practice, disclosureId } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const draft = await orNotFound(ctx, draftPage(ctx, disclosureId));
  const savedAt = (await timesIn(draft.timeZone))(draft.savedAt).both;
  return (
    <Words of={["drafts", "formRefusals", "mustSay"]} timeZone={draft.timeZone}>
      <DraftEditor
        // A draft that was thrown away and begun anew is another one.
        key={disclosureId}
        place={{ practice, disclosureId }}
        loaded={{ ...draft, savedAt }}
      />
    </Words>
  );
}
