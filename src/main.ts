// The command line. Exit codes: 0 success, 1 failure, 2 usage error.
import { enableCompileCache } from 'node:module';
import { toTerminalLine, toTerminalText } from './platform/terminal-text.ts';
import { ForeseenError } from './problems/foreseen-error.ts';
import { UsageError } from './problems/usage-error.ts';

enableCompileCache();

type Command = (args: readonly string[]) => Promise<void>;

// Each command is loaded when it runs, so that `import` does not load the server.
const commands: Readonly<Record<string, { readonly help: string; readonly load: () => Promise<Command> }>> = {
  serve: {
    help: 'serve [--no-worker]          serve requests, deliver events and run jobs',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  worker: {
    help: 'worker                       deliver events and run jobs, without serving requests',
    load: async () => (await import('./commands/serve.ts')).work,
  },
  migrate: {
    help: 'migrate [--check] [--plan]   apply pending migrations; or name them (exit code 1 if there are any), or what they would lock',
    load: async () => (await import('./commands/migrate.ts')).migrateCommand,
  },
  doctor: {
    help: 'doctor [--json]              check configuration, machine, database and services, and say what to do',
    load: async () => (await import('./commands/doctor/doctor.ts')).doctorCommand,
  },
  'rotate-secrets': {
    help: 'rotate-secrets               encrypt what is encrypted at rest with SECRET_KEY instead of SECRET_KEY_PREVIOUS',
    load: async () => (await import('./commands/rotate-secrets.ts')).rotateSecretsCommand,
  },
  operator: {
    help: 'operator EMAIL [--revoke]    grant a user the operator role, or revoke it',
    load: async () => (await import('./commands/operator.ts')).operatorCommand,
  },
  backup: {
    help: 'backup FOLDER                copy the database into a new folder, with pg_dump',
    load: async () => (await import('./commands/backup/backup.ts')).backupCommand,
  },
  restore: {
    help: 'restore FOLDER [--verify] [--login EMAIL] [--without-keys]  copy a backup into an empty database and check it',
    load: async () => (await import('./commands/backup/restore.ts')).restoreCommand,
  },
  import: {
    help: 'import FILE [--project KEY] [--charset NAME]  import a GitHub archive or `gh issue list --json` (.json), .csv or .ndjson',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
};

const usage = [
  'usage: node src/main.ts COMMAND',
  '',
  ...Object.values(commands).map(({ help }) => `  ${help}`),
  '',
].join('\n');

async function main(argv: readonly string[]): Promise<number> {
  const [name = 'help', ...args] = argv;
  if (name === 'help' || argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    process.stderr.write(`unknown command ${toTerminalLine(name)}\n${usage}`);
    return 2;
  }
  const run = await command.load();
  await run(args);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${toTerminalText(explain(error))}\n`);
  process.exitCode = isParseError(error) || error instanceof UsageError ? 2 : 1;
}

/** A ForeseenError's message says what to do. Other errors are shown with their stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (isParseError(error)) return `${error.message}\n${usage}`;
  return error instanceof ForeseenError ? error.message : (error.stack ?? error.message);
}

/** The command line has an option or an argument that the command does not know. */
function isParseError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
