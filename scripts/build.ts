import "./check-node.mjs";
import { buildApp } from "@/scripts/build-app";
import { buildProcesses } from "@/scripts/build-processes";

const only = process.argv[2];
if (only !== "app") await buildProcesses();
if (only !== "processes") process.exitCode = await buildApp();
