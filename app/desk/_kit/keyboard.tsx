"use client";

import { Modal, Table } from "@mantine/core";
import { useEffect, useState } from "react";
import { lockEvent } from "@/app/_ui/presence/presence-watch";
import classes from "./desk.module.css";

type Labels = { button: string; title: string; keys: [string, string][]; close: string };

/** `/` goes to the search, `j` and `k` to the next and previous row, `?` shows this; `L` locks the page. */
export function Keyboard({ labels }: { labels: Labels }) {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "L") window.dispatchEvent(new Event(lockEvent));
      else if (document.querySelector("[aria-modal=true], dialog[open]")) return;
      else if (event.key === "?") setIsOpen(true);
      else if (event.key === "/") focusSearch(event);
      else if (event.key === "j" || event.key === "k") focusRow(event.key === "j" ? 1 : -1);
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <button type="button" className={classes.tool} onClick={() => setIsOpen(true)}>
        {labels.button}
      </button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={labels.title}
        closeButtonProps={{ "aria-label": labels.close }}
      >
        <Table>
          <Table.Tbody>
            {labels.keys.map(([key, meaning]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row">
                  <kbd>{key}</kbd>
                </Table.Th>
                <Table.Td>{meaning}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea, select");
}

function focusSearch(event: KeyboardEvent) {
  const search = document.querySelector<HTMLInputElement>("input[type=search]");
  if (!search) return;
  event.preventDefault();
  search.focus();
}

/** From a row to its neighbour; from elsewhere to the first or the last row in sight. */
function focusRow(step: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  const next = current === -1 ? rowInSight(rows, step) : rows[current + step];
  next?.querySelector<HTMLElement>("a[href], button")?.focus();
}

function rowInSight(rows: HTMLElement[], step: 1 | -1): HTMLElement | undefined {
  const inSight = rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  return inSight.at(step === 1 ? 0 : -1) ?? rows.at(step === 1 ? 0 : -1);
}
