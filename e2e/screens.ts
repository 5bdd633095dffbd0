/** The two sizes the product is made for. */
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;
const desktop = { viewport: { width: 1280, height: 800 } } as const;

export const screens = [
  { name: "on a phone", size: phone },
  { name: "on a desk", size: desktop },
] as const;
