export const languageCookie = "candor-language";
