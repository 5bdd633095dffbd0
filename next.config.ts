import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./app/_i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; the first start need not.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  devIndicators: false,
  images: { unoptimized: true },
};

export default withNextIntl(config);
