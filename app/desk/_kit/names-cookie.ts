export const namesCookie = "candor-names";
