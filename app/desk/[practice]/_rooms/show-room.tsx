"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import tones from "@/app/desk/_kit/tones.module.css";
import type { OpenedRoom } from "@/lib/rooms/open-room";
import { openRoomAction } from "./actions";
import classes from "./rooms.module.css";

type Props = { practice: string; roomId: string; platform: string };

/** What lets somebody in, from a press until the next; each such look stands in the trail. */
export function ShowRoom({ practice, roomId, platform }: Props) {
  const t = useTranslations("rooms.form");
  const [room, setRoom] = useState<OpenedRoom | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        loading={isPending}
        aria-expanded={room !== null}
        aria-label={t(room ? "hideOn" : "showOn", { platform })}
        onClick={() => (room ? setRoom(null) : start(look))}
      >
        {t(room ? "hide" : "show")}
      </Button>
      <div role="status" className={room ? classes.shown : undefined}>
        {problem && <p className={tones.alarm}>{problem}</p>}
        {room && (
          <>
            <dl>
              {room.link && (
                <>
                  <dt>{t("link")}</dt>
                  <dd>{room.link}</dd>
                </>
              )}
              {room.number && (
                <>
                  <dt>{t("number")}</dt>
                  <dd>{room.number}</dd>
                </>
              )}
              <dt>{t("passcode")}</dt>
              <dd>{room.passcode ?? t(room.passcodeIn === "in-link" ? "passcodeInLink" : "noPasscode")}</dd>
            </dl>
            <p className={tones.quiet}>{t("lookNoted")}</p>
          </>
        )}
      </div>
    </>
  );

  async function look() {
    const answer = await openRoomAction(practice, null, { roomId });
    if (!answer) return;
    setProblem(answer.ok ? null : answer.message);
    setRoom(answer.ok ? answer.value : null);
  }
}
