import { eq } from "drizzle-orm";
import { practices } from "@/db/schema";
import { systemContext } from "@/lib/context";
import { inSignIn, readPractice } from "@/lib/in-practice";
import { routes } from "@/lib/routes";
import { listWorlds } from "./memberships";

export type World = { kind: "staff" | "patient"; slug: string; name: string; href: string };

/** Every practice a person works in or is cared for by; somebody may be both in one. */
export async function worlds(userId: string): Promise<World[]> {
  const open = await inSignIn((tx) => listWorlds(tx, userId));
  const found: World[] = [];
  for (const { practiceId, slug, ofStaff } of open) {
    const name = await readPractice(systemContext(practiceId, "web"), async (tx) => {
      const [practice] = await tx
        .select({ name: practices.name })
        .from(practices)
        .where(eq(practices.practiceId, practiceId));
      return practice?.name ?? slug;
    });
    const kind = ofStaff ? "staff" : "patient";
    found.push({ kind, slug, name, href: ofStaff ? routes.desk(slug) : routes.my(slug) });
  }
  return found;
}
