import { config } from "zod";

// To be faster it tries whether code may be made from text, which our content policy forbids and reports.
config({ jitless: true });
