"use client";

import { Button } from "@mantine/core";
import { useActionState, useSyncExternalStore } from "react";
import type { ActionState } from "@/app/action";
import { type Act, FormOfState } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import type { OpenedRoom } from "@/lib/rooms/open-room";
import classes from "./join.module.css";

export type LinkWords = {
  show: string;
  link: string;
  /** Read beside the button: where it leads. */
  leadsTo: string;
  number: string;
  numberHelp: string;
  passcode: string;
  passcodeInLink: string;
  noPasscode: string;
  copy: string;
  copied: string;
  looked: string;
};

/** The way in, from one press on; it works without JavaScript, and nothing that lets in is in the page before. */
export function MyLink(props: { act: Act<OpenedRoom>; roomId: string; label: string; words: LinkWords }) {
  const { act, roomId, label, words } = props;
  const [state, look] = useActionState<ActionState<OpenedRoom>, FormData>(act, null);
  if (!state?.ok) {
    return (
      <div className={classes.press}>
        <FormOfState state={state} submit={look} values={{ roomId }}>
          <SendButton aria-label={label}>{words.show}</SendButton>
        </FormOfState>
      </div>
    );
  }
  const { link, number, passcode, passcodeIn } = state.value;
  return (
    <div role="status" className={classes.shown}>
      {link && (
        <>
          <Button component="a" href={link} rel="noreferrer" size="lg" fullWidth>
            {words.link}
          </Button>
          <p className={classes.quiet}>
            {words.leadsTo} {URL.parse(link)?.hostname}
          </p>
        </>
      )}
      {number && <Copyable label={words.number} value={number} words={words} />}
      {number && !link && <p className={classes.quiet}>{words.numberHelp}</p>}
      {passcode ? (
        <Copyable label={words.passcode} value={passcode} words={words} />
      ) : (
        <p>{passcodeIn === "in-link" ? words.passcodeInLink : words.noPasscode}</p>
      )}
      <p className={classes.quiet}>{words.looked}</p>
    </div>
  );
}

function Copyable({ label, value, words }: { label: string; value: string; words: LinkWords }) {
  const canCopy = useSyncExternalStore(never, inBrowser, onServer);
  const [isCopied, copy] = useActionState(async () => {
    await navigator.clipboard.writeText(value);
    return true;
  }, false);
  return (
    <div className={classes.code}>
      <span className={classes.quiet}>{label}</span>
      <output className={classes.value}>{value}</output>
      {canCopy && (
        <form action={copy}>
          <Button type="submit" variant="default" aria-label={`${words.copy}: ${label}`}>
            {isCopied ? words.copied : words.copy}
          </Button>
        </form>
      )}
    </div>
  );
}

const never = () => () => undefined;
/** Only on a page the browser holds for safe. */
const inBrowser = () => "clipboard" in navigator;
const onServer = () => false;
