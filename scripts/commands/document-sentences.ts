import type { Inclusion } from "@/lib/audit/find-inclusion";
import type { Sentence } from "@/verifier/sentence";
import { harmless } from "@/verifier/wording";

/** Whether the pages say what the record in the file says; where they first do not, `at` is what is missing there. */
export type Pages = { state: "same" } | { state: "different"; at: string } | { state: "not-compared" };

export function sayPages(pages: Pages): Sentence {
  switch (pages.state) {
    case "same":
      return {
        says: "The pages say what the record in the file says, in its words and order.",
        doesNotProve: "Pictures, and what is written between these words, were not compared.",
      };
    case "different":
      return {
        says: `The pages do not say what the record in the file says. The first that is missing: “${harmless(pages.at)}”.`,
        doesNotProve: "This does not show which of the two the patient was shown.",
      };
    case "not-compared":
      return {
        says: "The pages were not compared with the record in the file.",
        doesNotProve:
          "That is done only where it is known who locked it. What stands below is the record alone.",
      };
  }
}

export function sayInclusion(inclusion: Inclusion | null): Sentence {
  if (!inclusion) {
    return {
      says: "The practice's history was not looked into: it is not at hand here.",
      doesNotProve: "This speaks neither for nor against the document.",
    };
  }
  const { state, sequence } = inclusion;
  switch (state) {
    case "included": {
      const root =
        inclusion.signed === null ? "" : `, under the root signed over ${inclusion.signed} entries`;
      return {
        says: `The practice's history has entry ${sequence}, just as the document names it, and entry ${inclusion.sealed} with the SHA-256 of this file${root}.`,
        doesNotProve: "This does not show that there is no other history.",
      };
    }
    case "missing":
      return {
        says: `The practice's history has no entry ${sequence}, which the document names.`,
        doesNotProve: "This does not show whether it was removed, or by whom.",
      };
    case "different":
      return {
        says: `Entry ${sequence} of the practice's history is not the one the document names.`,
        doesNotProve: "This does not show which of the two is the true one.",
      };
    case "never-sealed":
      return {
        says: `The practice's history has entry ${sequence}, but tells of no sealing of this document.`,
        doesNotProve: "This does not show who made this file, or when.",
      };
    case "sealed-otherwise":
      return {
        says: `This is not the file that the practice's history tells of: the SHA-256 in entry ${inclusion.sealed} is another one.`,
        doesNotProve: "This does not show which of the two says what was answered.",
      };
    case "not-under-root":
      return {
        says: `The root signed over ${inclusion.signed} entries does not lead to entry ${sequence}, which the document names.`,
        doesNotProve:
          "This does not show what was changed; audit verify names the first entry that does not hold.",
      };
  }
}
