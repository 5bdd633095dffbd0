import "@fontsource/source-sans-3/400.css";
import "@fontsource/source-sans-3/600.css";
import "@fontsource/source-serif-4/400.css";
import "@fontsource/source-serif-4/600.css";
import "@mantine/core/styles.css";
import "./_ui/global.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { DemoMark } from "./_ui/demo-mark";
import { ListenEarly } from "./_ui/early-presses";
import { Providers } from "./_ui/providers";

export const metadata: Metadata = {
  title: { default: "Candor", template: "%s · Candor" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#FBFAF7" },
    { media: "(prefers-color-scheme: dark)", color: "#16191A" },
  ],
};

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  const t = await getTranslations("common");
  return (
    <html lang={await getLocale()} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
        <ListenEarly nonce={nonce} />
      </head>
      <body>
        <Providers nonce={nonce}>
          <a className="skip" href="#main">
            {t("skip")}
          </a>
          <DemoMark />
          {children}
        </Providers>
      </body>
    </html>
  );
}
