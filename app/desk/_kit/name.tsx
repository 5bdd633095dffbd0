import { Fragment } from "react";
import classes from "./name.module.css";

/** A patient's name that "Hide names" turns into initials; of a number, a day or an address nothing is left. */
export function Name({ children }: { children: string }) {
  return (
    <>
      <span className={classes.full}>{children}</span>
      <span className={classes.initials}>{initials(children)}</span>
    </>
  );
}

/** Marks a name inside a sentence (with the isolates that bidirectional text wants around it anyway). */
export function marked(name: string): string {
  return `\u2068${name}\u2069`;
}

/** A sentence in which every marked name can be hidden. */
export function Sentence({ children }: { children: string }) {
  return children
    .split(/\u2068([^\u2069]*)\u2069/)
    .map((part, index) =>
      index % 2 === 1 ? <Name key={index}>{part}</Name> : <Fragment key={index}>{part}</Fragment>,
    );
}

function initials(name: string): string {
  if (/[\d@]/.test(name)) return "…";
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return words.map((word) => `${[...word][0]}.`).join(" ") || "…";
}
