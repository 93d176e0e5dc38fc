import { createReport, type Change, type Report, type AddFinding } from './change.ts';
import { compareOperations } from './operation.ts';
import { compareWebhooks } from './outgoing.ts';
import type { Site } from './parameters.ts';
import { canonicalJson, type Json } from '../reader/json.ts';
import { methods } from '../reader/operations.ts';
import { child, follow, isSame, membersOf, rootOf, textOf, type Place } from '../reader/place.ts';
import { compareSchemes } from './security.ts';
import { untouchedIn } from './untouched.ts';

/**
 * Returns all differences between two bundled OpenAPI documents (3.0 or 3.1), classified for clients of the first one.
 * @param today as 2026-12-31, to detect sunsets in the past
 * @throws Error for a reference that cannot be resolved within its document
 */
export function compareDocuments(released: Json, current: Json, today: string): Change[] {
  // Results about two documents are cached by object identity, for one comparison.
  const [before, after] = [{ ...released }, { ...current }];
  const report = createReport();
  const pair = { before: rootOf(before), after: rootOf(after) };
  comparePaths({ before, after, today }, report);
  compareWebhooks(before, after, report);
  const addFinding = report.forOperation(undefined);
  compareSchemes(pair, addFinding);
  compareInfo(before, after, addFinding);
  const changes = report.changes();
  // Reports differences that no other comparison found.
  if (changes.length > 0 || canonicalJson(before) === canonicalJson(after)) return changes;
  addFinding('documentation', 'other', pair.after, 'a part that no operation uses changed');
  return report.changes();
}

interface Documents {
  readonly before: Json;
  readonly after: Json;
  readonly today: string;
}

function comparePaths({ before, after, today }: Documents, report: Report): void {
  const [was, is] = [pathsOf(before), pathsOf(after)];
  const isUntouched = untouchedIn(before, after);
  const areInherited = ['security', 'servers'].every((key) =>
    isSame(child(rootOf(before), key), child(rootOf(after), key)),
  );
  for (const [shape, old] of was) {
    const current = is.get(shape);
    const isEqual = current !== undefined && isUntouched({ before: old.place, after: current.place });
    if (isEqual && areInherited && old.place.pointer === current.place.pointer) continue;
    for (const site of old.sites) compareSite(site, { old, current, today }, report);
  }
  for (const [shape, { sites }] of is) {
    const known = was.get(shape);
    for (const site of sites) {
      if (known?.sites.some((old) => methodOf(old) === methodOf(site)) === true) continue;
      report.forOperation(idOf(site))('additive', 'operation-added', site.operation, 'the operation was added');
    }
  }
}

interface PathEntry {
  readonly place: Place;
  readonly sites: readonly Site[];
}

interface PathChange {
  readonly old: PathEntry;
  readonly current: PathEntry | undefined;
  readonly today: string;
}

function compareSite(site: Site, { old, current, today }: PathChange, report: Report): void {
  const addFinding = report.forOperation(idOf(site));
  if (current === undefined) {
    addFinding('breaking', 'path-removed', old.place, `${site.path} was removed`);
    return;
  }
  const after = current.sites.find((one) => methodOf(one) === methodOf(site));
  if (after !== undefined) compareOperations({ before: site, after, today }, addFinding);
  else if (current.sites.length === 0)
    addFinding('breaking', 'operation-removed', site.operation, 'the operation was removed');
  else addFinding('breaking', 'method-removed', site.operation, `${methodOf(site).toUpperCase()} was removed`);
}

/** Path templates by shape, in which parameter names do not count. */
function pathsOf(document: Json): Map<string, PathEntry> {
  const found = new Map<string, PathEntry>();
  for (const [path, place] of membersOf(child(rootOf(document), 'paths'))) {
    if (!path.startsWith('/')) continue;
    const item = follow(place);
    const sites = methods.flatMap((method) => {
      const operation = child(item, method);
      return operation === undefined ? [] : [{ path, item, operation }];
    });
    found.set(path.replaceAll(/\{[^{}]*\}/g, '{}'), { place, sites });
  }
  return found;
}

function methodOf({ operation }: Site): string {
  return operation.pointer.slice(operation.pointer.lastIndexOf('/') + 1);
}

function idOf(site: Site): string {
  return textOf(child(site.operation, 'operationId')) ?? `${methodOf(site).toUpperCase()} ${site.path}`;
}

function compareInfo(before: Json, after: Json, addFinding: AddFinding): void {
  const [was, is] = [rootOf(before), rootOf(after)];
  for (const key of ['openapi', 'tags', 'externalDocs']) {
    const current = child(is, key);
    if (!isSame(child(was, key), current))
      addFinding('documentation', `${key}-changed`, current ?? is, 'the text changed');
  }
  const [old, info] = [child(was, 'info'), child(is, 'info')];
  if (old === undefined || info === undefined) return;
  for (const key of new Set([...membersOf(old).keys(), ...membersOf(info).keys()])) {
    const current = child(info, key);
    if (!isSame(child(old, key), current))
      addFinding('documentation', `${key}-changed`, current ?? info, 'the text changed');
  }
}
