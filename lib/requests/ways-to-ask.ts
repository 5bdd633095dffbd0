/** How a question reaches somebody, or why it does not. */
export const waysToAsk = ["message", "in-the-room", "not-delivered", "of-age", "open-already"] as const;
export type WayToAsk = (typeof waysToAsk)[number];
