"use client";

import { useTranslations } from "next-intl";
import { Name } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { routes } from "@/lib/routes";
import classes from "./move.module.css";

type Person = { id: string; kind: "patient" | "group"; name: string };

/** By name those whom one may see, and how many others there are. */
export function PeopleByName<P extends Person>(props: {
  practice: string;
  count: number;
  people: readonly P[];
  say?: (person: P) => string;
}) {
  const { practice, count, people, say } = props;
  const t = useTranslations("moves");
  const others = count - people.length;
  return (
    <>
      <ul className={classes.people}>
        {people.map((one) => (
          <li key={one.id}>
            {one.kind === "patient" ? (
              <a href={routes.patient(practice, one.id)}>
                <Name>{one.name}</Name>
              </a>
            ) : (
              <Name>{one.name}</Name>
            )}
            {say && `: ${say(one)}`}
          </li>
        ))}
      </ul>
      {others > 0 && <p className={tones.quiet}>{t("others", { count: others, named: people.length })}</p>}
    </>
  );
}
