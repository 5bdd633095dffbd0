import { type AbstractIntlMessages, type Messages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { NamespaceKeys, NestedKeyOf } from "use-intl/core";

type Name = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

/** Sends to the browser the words that the forms inside ask for, and no others: `test/words.test.ts` compares. */
export async function Words(props: { of: readonly Name[]; timeZone?: string; children: ReactNode }) {
  const { of, timeZone, children } = props;
  return (
    <NextIntlClientProvider messages={only(await getMessages(), of)} {...(timeZone && { timeZone })}>
      {children}
    </NextIntlClientProvider>
  );
}

function only(texts: AbstractIntlMessages, names: readonly string[]): AbstractIntlMessages {
  const heads = [...new Set(names.map((name) => name.split(".", 1)[0] ?? name))];
  return Object.fromEntries(
    heads.flatMap((head) => {
      const part = texts[head];
      if (part === undefined) return [];
      if (typeof part === "string" || names.includes(head)) return [[head, part]];
      const inside = names.filter((name) => name.startsWith(`${head}.`));
      return [
        [
          head,
          only(
            part,
            inside.map((name) => name.slice(head.length + 1)),
          ),
        ],
      ];
    }),
  );
}
