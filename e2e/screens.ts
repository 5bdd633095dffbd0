/** The two sizes the product is made for: patients read on a phone, the practice works at a desk. */
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;
export const desk = { viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false } as const;
export type Size = typeof phone | typeof desk;

/** For the few stories that run whole at both; how every page looks at the other is in `every-page.spec.ts`. */
export const screens = [
  { name: "on a phone", size: phone },
  { name: "on a desk", size: desk },
] as const;
