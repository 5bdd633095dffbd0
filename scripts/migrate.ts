import "./check-node.mjs";
import { openInstallation } from "@/server/embedded/installation";

const installation = await openInstallation();
console.log(
  installation.migrated === 0 ? "Nothing to migrate." : `${installation.migrated} migrations applied.`,
);
await installation.close();
