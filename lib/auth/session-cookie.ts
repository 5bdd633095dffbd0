import { env } from "@/lib/env";

/** Browsers keep `__Host-` cookies only over https, and some of them not even on localhost without it. */
export function sessionCookie() {
  const secure = env().appUrl.startsWith("https:");
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return { name: secure ? "__Host-candor-session" : "candor-session", options };
}
