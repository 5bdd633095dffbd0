"use client";

import { Burger } from "@mantine/core";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import classes from "./desk.module.css";
import { currentMark, pageAt } from "./places";

type Page = { href: string; label: string };
type Place = { label: string; pages: Page[] };

/**
 * Head of every desk page: the places, and the pages of the place one is in. Below a tablet's width all but the
 * practice's name and those pages folds into one button.
 */
export function Frame(props: {
  home: Page;
  places: Place[];
  labels: { nav: string; menu: string };
  tools: ReactNode;
}) {
  const { home, places, labels, tools } = props;
  const path = usePathname();
  const [isOpen, setIsOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu
  useEffect(() => setIsOpen(false), [path]);
  const here = pageAt(
    path,
    places.flatMap(({ pages }) => pages),
  );
  const within = places.find(({ pages }) => pages.some((page) => page === here));
  return (
    <header className={`${classes.frame} ${isOpen ? classes.open : ""}`}>
      <div className={classes.bar}>
        <Link href={home.href} className={classes.practice} prefetch={false}>
          {home.label}
        </Link>
        <Burger
          className={classes.burger}
          opened={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          aria-label={labels.menu}
          aria-expanded={isOpen}
          aria-controls="desk-places"
        />
        <div className={classes.tools}>{tools}</div>
      </div>
      <nav aria-label={labels.nav} className={classes.nav} id="desk-places">
        <ul className={classes.links}>
          {places.map((place) => (
            <Entry
              key={place.label}
              label={place.label}
              href={place.pages[0]?.href ?? home.href}
              isWithin={place === within}
            />
          ))}
        </ul>
      </nav>
      {within && within.pages.length > 1 && (
        <nav aria-label={within.label} className={classes.within}>
          <ul className={classes.links}>
            {within.pages.map((page) => (
              <Entry key={page.href} {...page} isWithin={page === here} />
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function Entry({ label, href, isWithin }: Page & { isWithin: boolean }) {
  return (
    <li>
      <Link href={href} prefetch={false} aria-current={currentMark(usePathname(), href, isWithin)}>
        {label}
      </Link>
    </li>
  );
}
