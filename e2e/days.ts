/** Of a day that no story sees come, and that is near enough to be planned. */
export const yearAfterNext = new Date().getFullYear() + 2;
