"use server";

import { redirect } from "next/navigation";
import { patientAction } from "@/app/action";
import { nameFiles } from "@/lib/patients/name-files";
import { routes } from "@/lib/routes";
import { nameFilesFormInput } from "./input";

export const nameFilesAction = patientAction(
  nameFilesFormInput,
  async (ctx, { patientId, named }, practice) => {
    await nameFiles(ctx, { patientId, isNamed: named === "yes" });
    redirect(routes.myDocuments(practice));
  },
);
