"use server";

import { z } from "zod";
import { staffAction } from "@/lib/actions";
import { checkTrail } from "@/lib/audit/check-trail";

export const checkTrailAction = staffAction(z.strictObject({}), (ctx) => checkTrail(ctx));
