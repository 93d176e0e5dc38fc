import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { AppError } from '../problems/app-error.ts';

const argon2Async = promisify(argon2);

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane.
const current = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;

// Hashing runs on libuv's four threads, which file access and DNS also need, and attackers can trigger it cheaply. So
// two hashes run at a time, and a request that would wait for more than about two seconds is rejected.
const RUNNING_MAX = 2;
const WAITING_MAX = 80;

let running = 0;
const waiting: (() => void)[] = [];

/** Hashes a password with argon2id. Returns a PHC string. @throws AppError `overloaded` (503) if the queue is full */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const tag = await derive(password, nonce, current);
  const { memory, passes, parallelism } = current;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/**
 * Checks a password against a PHC string. Without a string (no such account, or an account without a password) it takes
 * the same time and returns false, so that timing does not reveal whether an account exists.
 * @throws AppError `overloaded` (503) if the queue is full
 */
export async function verifyPassword(password: string, phc: string | undefined): Promise<boolean> {
  const stored = phc === undefined ? undefined : parse(phc);
  if (stored === undefined) {
    await derive(password, randomBytes(SALT_BYTES), current);
    return false;
  }
  return timingSafeEqual(await derive(password, stored.nonce, stored.cost, stored.tag.length), stored.tag);
}

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

function derive(password: string, nonce: Buffer, cost: Cost, tagLength: number = TAG_BYTES): Promise<Buffer> {
  // Different keyboards can produce different code points for the same password (NIST SP 800-63B, 3.1.1.2).
  const message = password.normalize('NFKC');
  return queued(() => argon2Async('argon2id', { message, nonce, tagLength, ...cost }));
}

/** @throws Error if the string is not a PHC string of argon2id; only hashPassword() writes them, so this is a bug */
function parse(phc: string): { cost: Cost; nonce: Buffer; tag: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc);
  if (match === null) throw new Error('the stored password hash is not a PHC string of argon2id');
  const [, memory, passes, parallelism, nonce = '', tag = ''] = match;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

async function queued<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= RUNNING_MAX) {
    if (waiting.length >= WAITING_MAX) throw new AppError('overloaded', 503, {}, { headers: { 'retry-after': '2' } });
    // A finished hash passes its slot to the first in the queue, so that a new request cannot overtake.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running++;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
