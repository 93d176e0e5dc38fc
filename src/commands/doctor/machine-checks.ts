import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Config } from '../../config.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

const MEBIBYTE = 1024 * 1024;
const DISK_FAIL_MEBIBYTES = 100;
const DISK_WARN_MEBIBYTES = 1024;
/** Sessions, one-time passwords and the staleness of replicas compare times of different machines. */
const SKEW_WARN_MS = 1000;
/** A one-time password is valid for 30 s. */
const SKEW_FAIL_MS = 30_000;
/** Docker and Kubernetes mount secrets here, readable by every user of the container, which has only one. */
const mountedSecrets = /^(?:\/var)?\/run\/secrets\//;

export function checkNode(): Finding {
  const check = 'node';
  const wanted = packageJson.engines.node.replace('>=', '');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [majorMin = 0, minorMin = 0] = wanted.split('.').map(Number);
  const isRecent = major > majorMin || (major === majorMin && minor >= minorMin);
  return isRecent
    ? ok(check, `${process.version} on ${process.platform}-${process.arch}`)
    : fail(check, `${process.version} is too old`, `install Node ${wanted} or later`);
}

/** The space where DATA_DIR is, and whether it can be written if the configuration writes there. */
export async function checkDisk({ dataDir, databaseUrl, smtpUrl }: Config): Promise<readonly Finding[]> {
  const place = await existingFolder(dataDir);
  const { bavail, bsize } = await statfs(place);
  const space = checkSpace(Math.floor((bavail * bsize) / MEBIBYTE), place);
  const isUsed = databaseUrl === undefined || smtpUrl === undefined;
  const canWrite = await access(place, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isUsed || canWrite) return [space];
  const writable = 'set DATA_DIR to a folder that this account may write, or mount a volume there';
  return [space, fail('disk', `${place} cannot be written, and mails or the database are kept there`, writable)];
}

export function checkSpace(freeMebibytes: number, place: string): Finding {
  const check = 'disk';
  const text = `${freeMebibytes} MiB free at ${place}`;
  const remedy = 'free space, or set DATA_DIR to a larger volume';
  if (freeMebibytes < DISK_FAIL_MEBIBYTES) return fail(check, text, remedy);
  return freeMebibytes < DISK_WARN_MEBIBYTES ? warn(check, text, remedy) : ok(check, text);
}

async function existingFolder(path: string): Promise<string> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  return isThere || path === dirname(path) ? path : existingFolder(dirname(path));
}

/** Files with secrets must not be readable for other users of the machine. */
export async function checkSecretFiles({ secretFiles, dataDir }: Config): Promise<readonly Finding[]> {
  const check = 'secret files';
  const own = ['secret', 'demo-api-key'].map((name) => ({ name: 'DATA_DIR', path: join(dataDir, name) }));
  const findings: Finding[] = [];
  let count = 0;
  for (const { name, path } of [...secretFiles, ...own]) {
    const mode = await stat(path).then(
      (found) => found.mode,
      () => undefined,
    );
    if (mode === undefined) continue;
    count++;
    if ((mode & 0o022) !== 0) {
      findings.push(fail(check, `other users may write ${path} (${name})`, `chmod 600 ${path}`));
    } else if ((mode & 0o004) !== 0 && !mountedSecrets.test(path)) {
      findings.push(
        warn(check, `every user may read ${path} (${name})`, `chmod 600 ${path}, for the account that runs Architect`),
      );
    }
  }
  return findings.length > 0 ? findings : [ok(check, count === 0 ? 'none' : `${count}, which others cannot read`)];
}

/** @param skewMs how far the database's clock is ahead of this machine's */
export function checkSkew(skewMs: number): Finding {
  const check = 'clock';
  const seconds = (Math.abs(skewMs) / 1000).toFixed(1);
  const text = `this machine is ${seconds} s ${skewMs > 0 ? 'behind' : 'ahead of'} the database`;
  const remedy = 'synchronise the clocks of both machines (NTP, for example by chrony)';
  if (Math.abs(skewMs) >= SKEW_FAIL_MS) return fail(check, text, remedy);
  return Math.abs(skewMs) >= SKEW_WARN_MS ? warn(check, text, remedy) : ok(check, text);
}
