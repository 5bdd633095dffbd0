"use client";

import { useEffect } from "react";
import { forgetInTab } from "./kept-in-tab";
import { forgetAnswer } from "./unsigned-answers";

/** Where a person is done with a question, or gone: what they had entered does not stay in the tab. */
export function ForgetEntered({ requestId }: { requestId?: string }) {
  useEffect(() => (requestId ? forgetAnswer(requestId) : forgetInTab()), [requestId]);
  return null;
}
