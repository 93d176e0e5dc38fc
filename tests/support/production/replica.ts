import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startPostgres, type Postgres } from './postgres.ts';
import { postgresProgramPath } from './programs.ts';

const run = promisify(execFile);

/** Starts a streaming replica of `primary` from a base backup. Its name for `synchronous_standby_names` is `name`. */
export function startReplica(primary: Postgres, name = 'replica'): Promise<Postgres> {
  const connection = `${primary.url('postgres')}?application_name=${name}`;
  const options = ['--checkpoint', 'fast', '--write-recovery-conf', '--no-sync', '--dbname', connection];
  return startPostgres({
    fill: async (dataDirectory, owner) => {
      await run(postgresProgramPath('pg_basebackup'), ['--pgdata', dataDirectory, ...options], owner);
    },
  });
}
