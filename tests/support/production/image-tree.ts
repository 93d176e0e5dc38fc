import { execFile } from 'node:child_process';
import { chmod, copyFile, cp, lstat, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { pairsOf, readContext, readDockerfile, textsOf } from './dockerfile.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const BUILD_MS_MAX = 300_000;

/** The user of the image, if this process may become it; otherwise this user, who is not root either. */
export interface ImageUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** What the image contains, in a folder of this machine. */
export interface ImageTree {
  /** WORKDIR of the image. */
  readonly app: string;
  readonly node: string;
  /** The command of ENTRYPOINT, without `node`. */
  readonly entrypoint: readonly string[];
  readonly user: ImageUser;
  /** The variables of the image, with writable folders of this machine. */
  readonly env: Readonly<Record<string, string>>;
  readonly dataDir: string;
  /** Every file with its mode, size and time of change. */
  list(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/**
 * Does what an engine does with deploy/Dockerfile.prod: copies the files that COPY names into an empty folder and runs
 * what RUN says there, then makes the result read-only for the user of the image.
 */
export async function buildImageTree(): Promise<ImageTree> {
  const { build, final } = readDockerfile();
  const directory = await mkdtemp(join(tmpdir(), 'architect-image-'));
  await chmod(directory, 0o755);
  const app = join(directory, 'app');
  await mkdir(app);
  for (const { name, text } of build.instructions) {
    if (name === 'COPY') await copy(text.split(' '), app);
    // npm of this machine, and nothing of its configuration; Node is that of the tests, as in the image.
    if (name === 'RUN') await run('sh', ['-ec', text], { cwd: app, timeout: BUILD_MS_MAX, maxBuffer: 1 << 24 });
  }
  const copies = textsOf(final, 'COPY');
  if (copies.join() !== '--from=build /app ./') throw new Error(`unknown COPY in the last stage: ${copies.join(', ')}`);
  // The checkout may be below a folder that others may not enter.
  const node = join(directory, 'node');
  await copyFile(process.execPath, node);
  await chmod(node, 0o755);
  const [uid, gid] = textsOf(final, 'USER')[0]!.split(':').map(Number);
  const user = process.getuid?.() === 0 ? { uid: uid!, gid: gid! } : {};
  const dataDir = await makeWritable(join(directory, 'data'), user);
  const temporary = await makeWritable(join(directory, 'tmp'), user);
  await run('chmod', ['-R', 'a-w', app]);
  const [entrypoint] = textsOf(final, 'ENTRYPOINT').map((text) => JSON.parse(text) as string[]);
  return {
    app,
    node,
    user,
    dataDir,
    entrypoint: entrypoint!.slice(1),
    env: { ...environmentOf(pairsOf(final, 'ENV'), { '/app': app, '/var/lib/architect': dataDir }), TMPDIR: temporary },
    list: () => listFiles(app),
    remove: async () => {
      await run('chmod', ['-R', 'u+w', directory]);
      await rm(directory, { recursive: true });
    },
  };
}

/** Returns the variables of the image with folders of this machine, and without build arguments. */
function environmentOf(
  pairs: Readonly<Record<string, string>>,
  folders: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(pairs).map(([name, value]) => [name, value.startsWith('$') ? '' : (folders[value] ?? value)]),
  );
}

async function copy(words: readonly string[], app: string): Promise<void> {
  const { included, excluded } = readContext();
  for (const name of words.slice(0, -1)) {
    if (!included.includes(name)) throw new Error(`.dockerignore leaves out ${name}`);
    const filter = (source: string): boolean => !excluded.includes(relative(root, source));
    await cp(join(root, name), join(app, name), { recursive: true, filter });
  }
}

/** Makes a folder that the user of the image may write, as /tmp and the mounted volume are. */
async function makeWritable(path: string, { uid, gid }: ImageUser): Promise<string> {
  await mkdir(path);
  if (uid !== undefined) await run('chown', [`${uid}:${gid ?? uid}`, path]);
  return path;
}

async function listFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory, { recursive: true });
  const lines = names.map(async (name) => {
    const { mode, size, mtimeMs } = await lstat(join(directory, name));
    return `${name} ${mode.toString(8)} ${size} ${mtimeMs}`;
  });
  return (await Promise.all(lines)).sort();
}
