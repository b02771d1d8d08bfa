import { Command } from "commander";
import { ConfigurationError } from "#platform/env.ts";
import { isAppError } from "#platform/errors.ts";

const program = new Command("episodic").description("Episodic writes an organisation a series.");

program
  .command("start")
  .description("start database, web and worker on this machine")
  .action(async () => (await import("./start.ts")).start("start"));

program
  .command("dev")
  .description("the same, reloading on changes")
  .action(async () => (await import("./start.ts")).start("dev"));

program
  .command("build")
  .description("build the web application where it is not built from the present files")
  .action(async () => (await import("./build-web.ts")).buildIfStale());

program
  .command("sign-in-link")
  .description("print a link that lets a person in once, within ten minutes")
  .option("--email <address>", "whom to let in; the first person of the installation when left out")
  .action(async ({ email }: { email?: string }) => (await import("./commands.ts")).signInLink(email));

program
  .command("add-organization")
  .description("make an organization and print its owner's sign-in link")
  .requiredOption("--name <name>", "its name")
  .requiredOption("--owner <address>", "the owner's e-mail address")
  .option("--zone <zone>", "the IANA zone in which usage is counted", "UTC")
  .action(async (options: { name: string; owner: string; zone: string }) =>
    (await import("./commands.ts")).addOrganization(options),
  );

program
  .command("plan")
  .description("put an organization on another plan, which limits its number of projects")
  .argument("<slug>", "the organization's short name")
  .argument("<plan>", "starter, team or unlimited")
  .action(async (slug: string, plan: string) => (await import("./plan-command.ts")).planCommand(slug, plan));

const migrate = program.command("migrate").description("bring the database's schema up, back, or look at it");
migrate
  .command("up")
  .description("apply every pending migration")
  .action(async () => (await import("./commands.ts")).migrateUpCommand());
migrate
  .command("down")
  .description("take the newest migration back")
  .action(async () => (await import("./commands.ts")).migrateDownCommand());
migrate
  .command("status")
  .description("show what is applied and what is pending; exit code 1 when they differ")
  .action(async () => (await import("./commands.ts")).migrateStatusCommand());
migrate
  .command("new")
  .description("write a new migration from what changed in prisma/schema, and prisma/schema.sql")
  .argument("<name>", "what it does, in words joined by _")
  .action(async (name: string) => (await import("./new-migration.ts")).newMigration(name));
migrate
  .command("dump")
  .description("write prisma/schema.sql from the migrations")
  .action(async () => (await import("./new-migration.ts")).writeSchemaDump());

program
  .command("audit")
  .description("the audit log")
  .command("verify")
  .description(
    "recompute every organization's hash chain and name the first bad row; exit code 1 when there is one",
  )
  .option("--organization <slug>", "that organization alone")
  .option("--anchors <file>", "the anchors outside the database; DATA_DIR/audit-anchors.jsonl when left out")
  .action(async (options: { organization?: string; anchors?: string }) =>
    (await import("./verify-audit-command.ts")).verifyAuditCommand(options),
  );

try {
  await program.parseAsync();
} catch (error) {
  // A sentence for what the person can mend; the whole story for what we must.
  const isKnown = error instanceof ConfigurationError || isAppError(error);
  console.error(isKnown ? `\n${error.message}` : error);
  process.exitCode = 1;
}
