import { type Command, Option } from "commander";
import { type StaffRole, staffRoles } from "@/lib/context";
import { env } from "@/lib/env";
import { inviteStaffInput } from "@/lib/practices/input";
import { inviteStaff } from "@/lib/practices/invite-staff";
import { routes } from "@/lib/routes";
import { practiceCalled, withInstallation } from "./installed";
import { exitCodes, type Shell } from "./shell";

type Options = { practice: string; name: string; email: string; role: StaffRole[] };

export function addStaffCommands(program: Command, shell: Shell) {
  const staff = program.command("staff").description("the people who work in a practice");

  staff
    .command("invite")
    .description("lets somebody sign in to a practice, with one or several roles")
    .requiredOption("--practice <slug>", "which practice")
    .requiredOption("--name <name>", "who")
    .requiredOption("--email <address>", "where their sign-in links go")
    .addOption(new Option("--role <role...>", "one or several").choices(staffRoles).makeOptionMandatory())
    .addHelpText("after", exitCodes)
    .action(async ({ practice, name, email, role }: Options) => {
      const input = inviteStaffInput.parse({ name, email, roles: role });
      await withInstallation(async () => {
        const { ctx } = await practiceCalled(practice);
        await inviteStaff(ctx, input);
        shell.say(
          `${name} can now sign in with ${email}, and gets a mail with a link: ${env().appUrl}${routes.signIn}`,
        );
      });
    });
}
