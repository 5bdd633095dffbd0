import { Fieldset, Group } from "@mantine/core";
import { getLocale, getTranslations } from "next-intl/server";
import { type Act, PlainField, PlainForm } from "./plain-form";
import { SendButton } from "./send-button";

const birthParts = { en: ["month", "day", "year"], es: ["day", "month", "year"] } as const;

type Values = Readonly<Record<string, string>>;

/** Asks for a date of birth, in the order its reader writes one. */
export async function BirthForm(props: { action: Act; values: Values; legend: string; send: string }) {
  const { action, values, legend, send } = props;
  const t = await getTranslations("entry");
  const parts = birthParts[(await getLocale()) === "es" ? "es" : "en"];
  return (
    <PlainForm action={action} values={values}>
      <Fieldset variant="unstyled" p={0} styles={{ legend: { padding: 0 } }} legend={legend}>
        <Group grow align="flex-start">
          {parts.map((part) => (
            <PlainField
              key={part}
              name={part}
              label={t(part)}
              description={t(`${part}Help`)}
              inputMode="numeric"
              autoComplete={`bday-${part}`}
              maxLength={4}
              size="md"
            />
          ))}
        </Group>
      </Fieldset>
      <SendButton>{send}</SendButton>
    </PlainForm>
  );
}

/** Asks for the code that the practice handed out; it comes second where the date of birth does as well. */
export async function EntryCodeForm(props: { action: Act; values: Values; isSecond: boolean }) {
  const { action, values, isSecond } = props;
  const t = await getTranslations("entry");
  return (
    <PlainForm action={action} values={values}>
      <PlainField
        name="code"
        label={t("code")}
        description={t("codeHelp")}
        autoComplete="off"
        maxLength={40}
        size="md"
      />
      <SendButton variant={isSecond ? "default" : "filled"}>{t("useCode")}</SendButton>
    </PlainForm>
  );
}
