"use server";

import { z } from "zod";
import { staffAction } from "@/app/action";
import { checkTrail } from "@/lib/audit/check-trail";

export const checkTrailAction = staffAction(z.strictObject({}), (ctx) => checkTrail(ctx));
