/** Every record is in one of these, and so is what is said about it. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];
