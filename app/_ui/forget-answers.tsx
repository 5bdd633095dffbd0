"use client";

import { useEffect } from "react";
import { forgetAnswers } from "./unsigned-answers";

/** Where a person is done or gone: what they had entered does not stay in the tab. */
export function ForgetAnswers({ requestId }: { requestId?: string }) {
  useEffect(() => forgetAnswers(requestId), [requestId]);
  return null;
}
