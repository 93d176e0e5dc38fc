import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What installing a server changes on a machine. */
const changedFolders = ['etc', 'opt', 'usr/local', 'var', 'run'];

interface Steps {
  /** Shell commands that need the network, for packages. */
  readonly online: string;
  /** Shell commands that run afterwards, with a loopback of their own, so that every port is free. */
  readonly offline: string;
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Runs commands as root on this machine as if it were another one: what they write is discarded, other processes are
 * invisible, and what they start ends with them. Uses Linux namespaces and overlay mounts (unshare(1), mount(8)).
 * @returns their output
 * @throws Error with the output if a command fails
 */
export async function runOnCleanMachine({ online, offline, variables }: Steps): Promise<string> {
  if (process.getuid?.() !== 0) throw new Error('only root can make namespaces: run `sudo make test-production`');
  const folder = await mkdtemp(join(tmpdir(), 'architect-machine-'));
  const overlays = changedFolders.map((path) => {
    const [up, work] = [`${folder}/changes/${path}/up`, `${folder}/changes/${path}/work`];
    return `mkdir -p ${up} ${work} && mount -t overlay overlay -o lowerdir=/${path},upperdir=${up},workdir=${work} /${path}`;
  });
  await writeFile(join(folder, 'offline.sh'), ['set -eu', 'ip link set lo up', offline].join('\n'));
  const script = [
    'set -eu',
    `mkdir ${folder}/changes`,
    `mount -t tmpfs tmpfs ${folder}/changes`,
    ...overlays,
    online,
    `exec unshare --net bash ${folder}/offline.sh`,
  ].join('\n');
  await writeFile(join(folder, 'online.sh'), script);
  try {
    return await run(
      ['--mount', '--pid', '--fork', '--kill-child', '--mount-proc', 'bash', `${folder}/online.sh`],
      variables,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

function run(args: readonly string[], variables: Steps['variables']): Promise<string> {
  // As a login of root has it: without the programs of this checkout.
  const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  const env = { HOME: '/root', LANG: 'C.UTF-8', PATH, ...variables };
  return new Promise((resolve, reject) => {
    execFile('unshare', args, { cwd: '/', env, timeout: 600_000, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${error.message}\n${stdout.slice(-4000)}\n${stderr.slice(-4000)}`, { cause: error }));
    });
  });
}
