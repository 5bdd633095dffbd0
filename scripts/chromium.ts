import { spawnSync } from "node:child_process";
import path from "node:path";
import { chromium } from "@playwright/test";

const names = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium that runs here: the one Playwright installed, the system's, or one installed now. */
export function findChromium(): string {
  const there = working([chromium.executablePath(), ...names]);
  if (there) return there;

  console.log("No Chromium found; installing one for Playwright …");
  spawnSync(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"], {
    stdio: "inherit",
  });
  const installed = working([chromium.executablePath()]);
  if (installed) return installed;

  if (process.getuid?.() === 0) {
    console.log("Installing Chromium with the system's package manager …");
    spawnSync("sh", ["-c", "apt-get update -qq && apt-get install -y -qq chromium"], { stdio: "inherit" });
    const fromSystem = working(names);
    if (fromSystem) return fromSystem;
  }
  throw new Error(
    "No Chromium: install Chrome or Chromium, or run npx playwright install --with-deps chromium.",
  );
}

/** It may be there and still lack the system's libraries, so each is asked for its version. */
function working(candidates: string[]): string | undefined {
  return candidates
    .flatMap(onPath)
    .find(
      (candidate) => spawnSync(candidate, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0,
    );
}

/** A bare name stands for the files it could mean: the test runner wants the whole path. */
function onPath(name: string): string[] {
  if (path.isAbsolute(name)) return [name];
  return (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, name));
}
