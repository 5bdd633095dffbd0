/** Where both demo practices are. */
export const zone = "America/Los_Angeles";
