// Identifies issues and pull requests of GitHub. A node id never changes; the number and the repository's name change
// when the issue is moved or the repository renamed.
import type { TaskIdentity } from '../../tasks/index.ts';
import type { Fields } from './record-fields.ts';

export type GithubKind = 'issue' | 'pull_request';

interface GithubPlace {
  /** `owner/name`, as the archive says. */
  readonly repo: string;
  readonly kind: GithubKind;
  readonly number: number;
}

const ID_LENGTH_MAX = 200;
const recordUrl = /^https:\/\/[^/]+\/([^/\s]+\/[^/\s]+)\/(issues|pull)\/(\d{1,15})$/;

/** @param shared ids that occur in several records of the archive, and so identify none of them */
export function identityOf(
  fields: Fields,
  { repo, kind, number }: GithubPlace,
  shared: ReadonlySet<string>,
): TaskIdentity {
  const id = lastingIdOf(fields, kind);
  const lasting = id === undefined || shared.has(id) ? null : id;
  const named = [`github:${repo}#${number}`, `github:${repo.toLowerCase()}#${number}`];
  const [, urlRepo, list, urlNumber] = typeof fields['url'] === 'string' ? (recordUrl.exec(fields['url']) ?? []) : [];
  const isOwnUrl = list === (kind === 'issue' ? 'issues' : 'pull') && Number(urlNumber) === number;
  if (urlRepo !== undefined && isOwnUrl) named.push(`github:${urlRepo.toLowerCase()}#${number}`);
  return { lasting, named: [...new Set(named)], number };
}

/** Returns whether an external id is a lasting one, as in an export of imported records. */
export function isLastingId(externalId: string): boolean {
  return /^github:(?:issue|pull_request):/.test(externalId);
}

/** Returns `github:issue:572238081`, which is the same for both formats of GitHub's node ids. */
export function lastingIdOf({ id }: Fields, kind: GithubKind): string | undefined {
  if (typeof id === 'number') return Number.isSafeInteger(id) && id > 0 ? `github:${kind}:${id}` : undefined;
  if (typeof id !== 'string' || !/^[\x21-\x7e]+$/.test(id) || id.length > ID_LENGTH_MAX) return undefined;
  return `github:${kind}:${databaseIdOf(id) ?? id}`;
}

/**
 * Returns the number in a node id; undefined for an unknown format. The old format is base64 of `05:Issue572238081`.
 * The new one is letters, `_`, and base64url of a MessagePack list whose last member is the number.
 */
function databaseIdOf(nodeId: string): number | undefined {
  const old = /^\d+:[A-Za-z]+?(\d{1,15})$/.exec(Buffer.from(nodeId, 'base64').toString('latin1'));
  if (old !== null) return Number(old[1]);
  const [, packed] = /^[A-Za-z]+_([\w-]+)$/.exec(nodeId) ?? [];
  return packed === undefined ? undefined : lastNumberOf(Buffer.from(packed, 'base64url'));
}

/** Widths of MessagePack's unsigned integers, by first byte. */
const widths: ReadonlyMap<number, number> = new Map([
  [0xcc, 1],
  [0xcd, 2],
  [0xce, 4],
]);

/** Returns the last member of a MessagePack list of unsigned integers. */
function lastNumberOf(packed: Buffer): number | undefined {
  const [head = 0] = packed;
  const length = (head & 0xf0) === 0x90 ? head & 0x0f : 0;
  let at = 1;
  let value: number | undefined;
  for (let member = 0; member < length; member++) {
    const byte = packed[at];
    if (byte === undefined) return undefined;
    const width = byte < 0x80 ? 0 : widths.get(byte);
    if (width === undefined || at + width >= packed.length) return undefined;
    value = width === 0 ? byte : packed.readUIntBE(at + 1, width);
    at += 1 + width;
  }
  return at === packed.length ? value : undefined;
}
