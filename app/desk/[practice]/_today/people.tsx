import { Name } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { routes } from "@/lib/routes";
import type { todayPage } from "@/lib/screens/desk/today";
import { Line } from "./line";
import classes from "./needs-you.module.css";

type Today = Awaited<ReturnType<typeof todayPage>>;
type Props = { practice: string; today: Today; people: Today["mine"]; ofColleagues?: boolean };

/** What waits about each patient, under their name. */
export function People({ practice, today, people, ofColleagues }: Props) {
  return people.map(({ patientId, legalName, treatingName, lines }) => (
    <li
      key={patientId}
      data-row
      className={`${classes.person} ${lines.some(({ isAlarm }) => isAlarm) ? classes.alarm : ""}`}
    >
      <h3>
        <a href={routes.patient(practice, patientId)}>
          <Name>{legalName}</Name>
        </a>
        {ofColleagues && <span className={tones.quiet}> {treatingName}</span>}
      </h3>
      <ul>
        {lines.map((line) => (
          <li key={keyOf(line)}>
            <Line practice={practice} today={today} line={line} />
          </li>
        ))}
      </ul>
    </li>
  ));
}

function keyOf(line: Today["mine"][number]["lines"][number]): string {
  switch (line.what) {
    case "duty":
      return line.duties.map(({ id }) => id).join(" ");
    case "talk":
      return line.talks.map(({ id }) => id).join(" ");
    case "seal":
      return line.seal.id;
    case "wish":
      return line.wish.id;
    default:
      return line.what;
  }
}
