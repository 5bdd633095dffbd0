import { z } from "zod";
import { whyNotAddress } from "@/lib/address";

const address = z
  .string()
  .max(300, "address-too-long")
  .superRefine((text, context) => {
    const reason = whyNotAddress(text);
    if (reason) context.addIssue({ code: "custom", message: reason });
  });

export const requestLinkInput = z.strictObject({ address, next: z.string().max(600).optional() });

export const tokenInput = z.strictObject({ token: z.string().min(1).max(200) });

/** The address is left out where the browser still knows whose code it is. */
export const redeemCodeInput = z.strictObject({
  address: address.optional(),
  code: z
    .string()
    .transform((typed) => typed.replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "code-not-six-digits")),
});
