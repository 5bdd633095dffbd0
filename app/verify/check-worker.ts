import { answerAsWorker } from "@/verifier/work";
import { checkFile } from "./check-file";

answerAsWorker(checkFile);
