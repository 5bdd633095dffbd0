"use client";

import { useEffect } from "react";
import { forgetDrafts } from "./drafts";

/** Where a person is done or gone: what they had entered does not stay in the tab. */
export function ForgetDrafts({ requestId }: { requestId?: string }) {
  useEffect(() => forgetDrafts(requestId), [requestId]);
  return null;
}
