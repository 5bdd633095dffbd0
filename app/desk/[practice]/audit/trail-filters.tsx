import { Button, NativeSelect, TextInput } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { Name } from "@/app/desk/_kit/name";
import { eventKey, eventNames } from "@/lib/audit/events";
import type { trailPage } from "@/lib/screens/desk/trail";
import classes from "./audit.module.css";

type Kept = Record<"patient" | "named" | "person" | "kind" | "from" | "until", string | undefined>;

export async function TrailFilters(props: {
  path: string;
  kept: Kept;
  page: Pick<Awaited<ReturnType<typeof trailPage>>, "staff" | "patient">;
  zone: string;
}) {
  const { path, kept, page, zone } = props;
  const t = await getTranslations("trail");
  const kinds = eventNames.map((name) => ({ value: name, label: t(`kind.${eventKey(name)}`) }));
  return (
    <form action={path} className={classes.filters}>
      {page.patient ? (
        <p className={classes.patient}>
          <input type="hidden" name="patient" value={page.patient.id} />
          {t("onlyPatient")} <Name>{page.patient.legalName}</Name>
        </p>
      ) : (
        <TextInput size="sm" name="named" label={t("patient")} defaultValue={kept.named ?? ""} />
      )}
      <NativeSelect
        name="person"
        label={t("person")}
        defaultValue={kept.person ?? ""}
        data={[
          { value: "", label: t("everybody") },
          ...page.staff.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        name="kind"
        label={t("kindLabel")}
        defaultValue={kept.kind ?? ""}
        data={[
          { value: "", label: t("everything") },
          ...kinds.toSorted((a, b) => a.label.localeCompare(b.label)),
        ]}
      />
      <TextInput
        size="sm"
        type="date"
        name="from"
        label={t("from", { zone })}
        defaultValue={kept.from ?? ""}
      />
      <TextInput size="sm" type="date" name="until" label={t("until")} defaultValue={kept.until ?? ""} />
      <Button type="submit" variant="default" size="sm">
        {t("apply")}
      </Button>
    </form>
  );
}
