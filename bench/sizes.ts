/** How much each measurement does. */
export const whole = {
  start: { rounds: 3 },
  memory: { restMs: 20_000 },
  page: { visits: 9 },
  copy: { answers: 24, quietMs: 500 },
  answering: { atOnce: 16, patients: 48, rounds: 3 },
  sealing: { before: 2, patients: 20, rounds: 3, warmUp: 12, documents: 60 },
  board: { patients: 2_000, looks: 60 },
  publishing: { patients: 10_000 },
  trail: { events: 200_000, patients: 400, rounds: 5 },
  growth: { practices: [2, 100, 1_000], patients: 200, events: 1_100, looks: 3 },
};

export type Sizes = typeof whole;

/** Shows that everything runs; its figures say nothing. */
export const small: Sizes = {
  start: { rounds: 1 },
  memory: { restMs: 0 },
  page: { visits: 1 },
  copy: { answers: 1, quietMs: 0 },
  answering: { atOnce: 2, patients: 2, rounds: 1 },
  sealing: { before: 1, patients: 1, rounds: 1, warmUp: 1, documents: 1 },
  board: { patients: 10, looks: 4 },
  publishing: { patients: 10 },
  trail: { events: 20, patients: 2, rounds: 1 },
  growth: { practices: [2, 30], patients: 10, events: 20, looks: 3 },
};
