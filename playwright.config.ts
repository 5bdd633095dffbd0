import { defineConfig } from "@playwright/test";

/** The address and the browser are found by `e2e/global-setup.ts`, before the processes that run stories begin. */
export default defineConfig({
  testDir: "./e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // The second try is there to record what happens; a story that needs it has failed.
  retries: 1,
  failOnFlakyTests: true,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.APP_URL,
    locale: "en-US",
    timezoneId: "America/New_York",
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.CANDOR_CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
