import { eq } from "drizzle-orm";
import { practices } from "@/db/schema";
import { systemContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { routes } from "@/lib/routes";
import type { Belonging } from "./see-session";

export type OwnPractice = { kind: "staff" | "patient"; slug: string; name: string; href: string };

/** The practices a person works in or is cared for by, as they are called; somebody may be both in one. */
export async function ownPractices(belongs: readonly Belonging[], except?: string): Promise<OwnPractice[]> {
  const found: OwnPractice[] = [];
  for (const { practiceId, slug, ofStaff } of belongs) {
    const href = ofStaff ? routes.desk(slug) : routes.my(slug);
    if (href === except) continue;
    const name = await readPractice(systemContext(practiceId, "web"), async (tx) => {
      const [practice] = await tx
        .select({ name: practices.name })
        .from(practices)
        .where(eq(practices.practiceId, practiceId));
      return practice?.name ?? slug;
    });
    found.push({ kind: ofStaff ? "staff" : "patient", slug, name, href });
  }
  return found;
}
