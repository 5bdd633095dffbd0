import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { wherePhrase } from "@/app/_ui/where-phrase";
import { Act } from "@/app/desk/_kit/act";
import { Empty, PageHead } from "@/app/desk/_kit/list";
import { dayIn, idIn } from "@/app/desk/_kit/search-params";
import tones from "@/app/desk/_kit/tones.module.css";
import { Words } from "@/app/desk/_kit/words";
import { MoveLeft } from "@/app/desk/[practice]/_today/move-left";
import { setDefaultAction } from "@/app/desk/[practice]/platforms/actions";
import { staffContext } from "@/lib/auth/session";
import { platformName } from "@/lib/platforms/platform-name";
import { routes } from "@/lib/routes";
import { movePage, type MovePage as Page } from "@/lib/screens/desk/move";
import classes from "./move.module.css";
import { MoveForm } from "./move-form";
import { TextsToWrite } from "./texts-to-write";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("moves"))("title") };
}

/** One step: choose where and from when, read what it means for whom, and press once. */
export default async function MovePage(props: PageProps<"/desk/[practice]/platforms/move">) {
  const { practice } = await checkedParams(props.params);
  const asked = await props.searchParams;
  const ctx = await staffContext(practice);
  const language = await requestLanguage();
  const from = dayIn(asked, "from") ?? null;
  const page = await orNotFound(ctx, movePage(ctx, { to: idIn(asked, "to") ?? null, from }, language));
  const t = await getTranslations("moves");
  const words = await getTranslations("refusals");
  const { plan } = page;
  const path = routes.movePractice(practice);
  return (
    <Words of={["formRefusals", "moves"]}>
      <PageHead title={t("title")} />
      <Now practice={practice} page={page} />
      {page.platforms.length === 0 ? (
        <Empty>
          <p>{t("empty")}</p>
        </Empty>
      ) : (
        <form action={path} className={classes.choice}>
          <NativeSelect
            name="to"
            label={t("to")}
            defaultValue={plan?.platform.id ?? ""}
            required
            data={[
              { value: "", label: t("choose") },
              ...page.platforms.map((one) => ({
                value: one.id,
                label: one.refusal
                  ? t("notReady", { platform: platformName(one, language) })
                  : platformName(one, language),
              })),
            ]}
          />
          <TextInput
            type="date"
            name="from"
            label={t("from")}
            min={page.day}
            defaultValue={from ?? page.day}
          />
          <Button type="submit" variant={plan ? "default" : "filled"}>
            {t("look")}
          </Button>
        </form>
      )}
      {plan?.refusal && (
        <p role="alert" className={tones.alarm}>
          {words(plan.refusal)}
        </p>
      )}
      {plan && !plan.refusal && (
        <MoveForm
          key={`${plan.platform.id} ${plan.from}`}
          practice={practice}
          page={{ timeZone: page.timeZone, day: page.day }}
          plan={plan}
          where={(await wherePhrase())(plan.platform)}
        >
          {plan.texts.length > 0 && (
            <TextsToWrite
              practice={practice}
              title={t("texts", { count: plan.texts.length, platform: former(page, language) })}
              note={t("textsNote")}
              texts={plan.texts}
              mayWrite={page.mayWrite}
            />
          )}
        </MoveForm>
      )}
      {!plan && page.left && page.left.rooms > 0 && (
        <MoveLeft practice={practice} left={page.left} timeZone={page.timeZone} />
      )}
      {!plan && page.unnamed.length > 0 && (
        <TextsToWrite
          practice={practice}
          title={t("unnamed", { count: page.unnamed.length })}
          note={t("unnamedNote")}
          texts={page.unnamed}
          mayWrite={page.mayWrite}
        />
      )}
    </Words>
  );
}

function former({ plan }: Page, language: "en" | "es"): string {
  return plan?.former ? platformName(plan.former, language) : "";
}

/** Where the practice is now, and where it is going already, with the way back from that. */
async function Now({ practice, page }: { practice: string; page: Page }) {
  const t = await getTranslations("moves");
  const time = await timesIn(page.timeZone);
  const language = await requestLanguage();
  const where = await wherePhrase();
  const { current, coming } = page;
  return (
    <div className={classes.now}>
      <p>
        {current?.platform
          ? t("now", { where: where(current.platform), date: time(current.since).date })
          : t("nowhere")}{" "}
        {coming?.platform && t("coming", { where: where(coming.platform), date: time(coming.at).date })}
      </p>
      {current?.platform && coming?.platform && (
        <Act
          action={setDefaultAction.bind(null, practice)}
          fields={{ platformId: current.platform.id, from: coming.day }}
          label={t("callOff")}
          done={{ words: t("calledOff", { platform: platformName(current.platform, language) }) }}
        />
      )}
    </div>
  );
}
