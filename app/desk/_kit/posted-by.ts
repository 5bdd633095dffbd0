import { notFound } from "next/navigation";
import { signInFor } from "@/lib/auth/paths";
import { findStaffContext } from "@/lib/auth/session";
import type { StaffContext } from "@/lib/context";

/** As `staffContext`, for what only answers a POST: who has been signed out comes back to the page it was asked from. */
export async function postedBy(practice: string, page: string): Promise<StaffContext | Response> {
  const ctx = await findStaffContext(practice);
  if (ctx === "stranger") notFound();
  if (ctx !== "signed-out") return ctx;
  return new Response(null, {
    status: 303,
    headers: { location: signInFor(page), "cache-control": "no-store" },
  });
}
