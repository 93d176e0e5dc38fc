import type { Change } from './change.ts';
import { isJson, type Json } from '../reader/json.ts';

type Version = readonly [number, number, number];

/** Returns `info.version` of a document as text. */
export function versionTextOf(document: Json): string {
  const { info } = document;
  return isJson(info) ? String(info['version']) : '';
}

/** Whether the document has a new major version, and may therefore contain breaking changes. */
export function isNewMajor(before: Json, after: Json): boolean {
  return versionOf(after)[0] > versionOf(before)[0];
}

/**
 * Returns the lowest version that a release with these changes may have (Semantic Versioning 2.0.0). Additions raise
 * the minor number, changes of documentation the patch number.
 * @param isBroken whether there is a breaking change without a waiver
 */
export function leastVersion(released: Json, changes: readonly Change[], isBroken: boolean): string {
  const [major, minor, patch] = versionOf(released);
  if (isBroken) return `${major + 1}.0.0`;
  if (changes.some(({ weight }) => weight !== 'documentation')) return `${major}.${minor + 1}.0`;
  return changes.length > 0 ? `${major}.${minor}.${patch + 1}` : `${major}.${minor}.${patch}`;
}

/** Whether a document's version is lower than `least`. */
export function isBelow(document: Json, least: string): boolean {
  const [version, needed] = [versionOf(document), parse(least)];
  const index = version.findIndex((part, at) => part !== needed[at]);
  return index !== -1 && (version[index] ?? 0) < (needed[index] ?? 0);
}

function versionOf(document: Json): Version {
  return parse(versionTextOf(document));
}

function parse(text: string): Version {
  const [major, minor, patch] = text.split(/[.+-]/).map(Number);
  return [major ?? 0, minor ?? 0, patch ?? 0].map((part) => (Number.isNaN(part) ? 0 : part)) as unknown as Version;
}
