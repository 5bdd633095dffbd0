"use client";

import { TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import { useField } from "@/app/desk/_kit/fields";
import { Name } from "@/app/desk/_kit/name";
import { readMeeting } from "@/lib/rooms/meeting-key";
import type { Lacking, Line } from "./line";

type Props = { person: Lacking; at: number; fillDown: (from: number, lines: readonly Line[]) => void };

/** Whose room it is, its link and its passcode. A whole column that is pasted goes on below. */
export function LinkRow({ person, at, fillDown }: Props) {
  const t = useTranslations("rooms.links");
  const meeting = useField({ name: `rooms.${at}.meeting`, label: t("meetingOf", { name: person.name }) }, "");
  const passcode = useField(
    { name: `rooms.${at}.passcode`, label: t("passcodeOf", { name: person.name }) },
    "",
  );
  useField({ name: `rooms.${at}.${person.kind}Id`, label: "" }, person.id);
  return (
    <tr>
      <th scope="row">
        <Name>{person.name}</Name>
        {person.kind === "group" && ` ${t("group")}`}
      </th>
      <td data-label={t("meeting")}>
        <TextInput
          aria-label={meeting.shown.label}
          error={meeting.shown.error}
          errorProps={meeting.shown.errorProps}
          {...meeting.field}
          onPaste={paste}
        />
      </td>
      <td data-label={t("passcode")}>
        <TextInput
          aria-label={passcode.shown.label}
          error={passcode.shown.error}
          maxLength={100}
          {...passcode.field}
        />
      </td>
    </tr>
  );

  /** An invitation of several lines is kept whole: in one line nobody could tell where its parts end. */
  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const lines = event.clipboardData
      .getData("text")
      .split(/\r?\n/)
      .map((line) => line.trim());
    const cells = lines.filter(Boolean).map((line) => line.split("\t").map((cell) => cell.trim()));
    if (lines.length < 2 && (cells[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const isColumn = cells.every(([first = ""]) => typeof readMeeting(first) !== "string");
    const column = cells.map(([first = "", second = ""]) => ({ meeting: first, passcode: second }));
    fillDown(at, isColumn ? column : [{ meeting: lines.filter(Boolean).join(" "), passcode: "" }]);
  }
}
