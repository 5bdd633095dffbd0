import { getTranslations } from "next-intl/server";
import { PublicPage } from "@/app/_start/public-page";

const variables = [
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "APP_URL",
  "AUTH_SECRET",
  "CANDOR_MASTER_KEY",
  "SMTP_URL",
  "MAIL_FROM",
  "TSA_URL",
  "PORT",
  "HOST",
  "CANDOR_TRUST_PROXY",
  "CANDOR_DATA_DIR",
] as const;

const roles = `create role candor_owner login createrole password '…';
create role candor_app login password '…';
create database candor owner candor_owner;`;

const create = `npm run candor -- practice create \\
  --name "Harbor" --slug harbor \\
  --time-zone America/Los_Angeles --phone "(555) 010-0100" \\
  --owner-name "Dr. Elena Reyes" --owner-email you@example.org \\
  --owner-treats`;

export async function generateMetadata() {
  return { title: (await getTranslations("setUp"))("title") };
}

/** How the demo becomes the real thing, and what that asks of whoever runs it. */
export default async function SetUpPage() {
  const t = await getTranslations("setUp");
  return (
    <PublicPage title={t("title")}>
      <p>{t("lead")}</p>
      <h2>{t("needs.title")}</h2>
      <ul>
        {(["machine", "database", "https", "mail"] as const).map((need) => (
          <li key={need}>{t(`needs.${need}`)}</li>
        ))}
      </ul>
      <h2>{t("database.title")}</h2>
      <p>{t("database.how")}</p>
      <pre>
        <code>{roles}</code>
      </pre>
      <h2>{t("environment.title")}</h2>
      <p>{t("environment.how")}</p>
      <pre>
        <code>openssl rand -base64 32</code>
      </pre>
      <dl>
        {variables.map((name) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{t(`environment.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t("environment.rest")}</p>
      <h2>{t("start.title")}</h2>
      <pre>
        <code>npm ci && npm start</code>
      </pre>
      <p>{t("start.container")}</p>
      <h2>{t("practice.title")}</h2>
      <p>{t("practice.how")}</p>
      <pre>
        <code>{create}</code>
      </pre>
      <p>{t("practice.then")}</p>
      <h2>{t("honest.title")}</h2>
      <ul>
        {(["texts", "host", "key", "seal", "demo"] as const).map((point) => (
          <li key={point}>{t(`honest.${point}`)}</li>
        ))}
      </ul>
    </PublicPage>
  );
}
