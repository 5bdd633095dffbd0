/** What was found, and what that does not prove. */
export type Sentence = { says: string; doesNotProve: string };
