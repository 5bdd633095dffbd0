import { checkChosen, startPage } from "./offline-page";
import { answerAsWorker } from "./work";

/** One script, twice: what the page starts as its worker is the page's own script, so that one file is enough. */
if (typeof document === "undefined") answerAsWorker(checkChosen);
else startPage(document.currentScript?.textContent ?? "");
