import { getTranslations } from "next-intl/server";
import { routes } from "@/lib/routes";
import classes from "./start.module.css";

const staff = ["therapist", "owner", "office", "auditor"] as const;
const patients = ["ana", "ben", "chloe", "farah"] as const;

/** Whom one can be in the demo. There are no passwords here either: each way in goes through the demo mailbox. */
export async function DemoPeople() {
  const t = await getTranslations("start.demo");
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">{t("title")}</h2>
      <p>{t.rich("how", { mail: (words) => <a href={routes.devMail}>{words}</a> })}</p>
      <ul className={classes.people}>
        {staff.map((who) => (
          <Person key={who} email={`${who}@harbor.test`} name={t(`${who}.name`)} what={t(`${who}.what`)} />
        ))}
        {patients.map((who) => (
          <Person key={who} email={`${who}@patients.test`} name={t(`${who}.name`)} what={t(`${who}.what`)} />
        ))}
      </ul>
    </section>
  );
}

function Person({ email, name, what }: { email: string; name: string; what: string }) {
  return (
    <li>
      <a href={`${routes.signIn}?email=${encodeURIComponent(email)}`}>{name}</a>
      <span>{what}</span>
      <code>{email}</code>
    </li>
  );
}
