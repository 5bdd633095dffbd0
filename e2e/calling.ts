import type { Belongings } from "./belongings";

/**
 * Who may call an action, and an input that names what somebody else has; without `of` it names nothing. Only
 * who is asking keeps such an input from being followed, so it is complete and right otherwise.
 */
export type Calling = { by: "staff" | "patient" | "anybody"; of?: (theirs: Belongings) => object };
