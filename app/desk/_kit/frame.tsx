"use client";

import { Burger } from "@mantine/core";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import classes from "./desk.module.css";

type Place = { href: string; label: string };

/** Head of every desk page; below a tablet's width everything but the practice's name folds into one button. */
export function Frame(props: {
  home: Place;
  places: Place[];
  labels: { nav: string; menu: string };
  tools: ReactNode;
}) {
  const { home, places, labels, tools } = props;
  const path = usePathname();
  const [isOpen, open] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu
  useEffect(() => open(false), [path]);
  const isHere = ({ href }: Place) => path === href || (href !== home.href && path.startsWith(`${href}/`));
  return (
    <header className={`${classes.frame} ${isOpen ? classes.open : ""}`}>
      <div className={classes.bar}>
        <Link href={home.href} className={classes.practice} prefetch={false}>
          {home.label}
        </Link>
        <Burger
          className={classes.burger}
          opened={isOpen}
          onClick={() => open(!isOpen)}
          aria-label={labels.menu}
          aria-expanded={isOpen}
          aria-controls="desk-places"
        />
        <div className={classes.tools}>{tools}</div>
      </div>
      <nav aria-label={labels.nav} className={classes.nav} id="desk-places">
        <ul className={classes.links}>
          {places.map((place) => (
            <li key={place.href}>
              <Link href={place.href} prefetch={false} aria-current={isHere(place) ? "page" : undefined}>
                {place.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
