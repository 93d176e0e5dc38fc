import type { Json } from '../reader/json.ts';
import { operationsOf } from '../reader/operations.ts';
import { tokensOf } from '../reader/reference.ts';
import { compareDocuments } from './compare.ts';
import type { Change } from './change.ts';

/** A difference between two releases, for readers of the changelog. */
interface ReleaseNote {
  /** The kind of change, such as `response-property-added`. */
  readonly kind: string;
  /** The component that changed, and its property: `Task.labels`. Empty for a change of the operations themselves. */
  readonly where: string;
  readonly reason: string;
  /** operationIds, or names of webhooks, in the order of the document; empty if all are affected. */
  readonly operations: readonly string[];
}

const groups = ['added', 'changed', 'deprecated', 'removed'] as const;
type Group = (typeof groups)[number];

export type ReleaseNotes = Readonly<Record<Group, readonly ReleaseNote[]>>;

/** Notes do not depend on the day on which they are derived, so no sunset counts as passed. */
const beforeAllSunsets = '0001-01-01';
const reasonCharactersMax = 160;

/**
 * Derives what a release added, changed, deprecated and removed. Changes of descriptions and examples are left out.
 * @param before the release before it; undefined for the first one, which adds all its operations
 */
export function releaseNotesOf(before: Json | undefined, after: Json): ReleaseNotes {
  const base = before ?? { openapi: after['openapi'], info: after['info'], paths: {} };
  const changes = compareDocuments(base, after, beforeAllSunsets).filter(({ weight }) => weight !== 'documentation');
  const counted = before === undefined ? changes.filter(({ kind }) => kind === 'operation-added') : changes;
  const found: Record<Group, ReleaseNote[]> = { added: [], changed: [], deprecated: [], removed: [] };
  for (const change of counted)
    if (change.kind !== 'deprecation-changed') addNote(found[groupOf(change)], noteOf(change));
  for (const note of deprecations(base, after)) addNote(found.deprecated, note);
  for (const group of groups) found[group].sort((left, right) => rankOf(left) - rankOf(right));
  return found;
}

/** The order of notes: what concerns most readers comes first. Notes of the same rank keep the document's order. */
const ranked = ['operation', 'path', 'method', 'webhook', 'event', 'parameter', 'request', 'response', 'payload'];

function rankOf({ kind }: ReleaseNote): number {
  const index = ranked.indexOf(kind.split('-')[0] ?? '');
  return index === -1 ? ranked.length : index;
}

function noteOf({ kind, pointer, reason, operations }: Change): ReleaseNote {
  return { kind, where: componentAt(pointer), reason: shortened(kind, reason), operations };
}

/** Nobody reads two regular expressions to see their difference. */
function shortened(kind: string, reason: string): string {
  if (kind === 'operation-added') return 'new operations';
  if (kind.includes('-pattern-')) return 'the pattern changed';
  return reason.length > reasonCharactersMax ? `${reason.slice(0, reasonCharactersMax)}…` : reason;
}

/** Equal notes about several operations become one. */
function addNote(notes: ReleaseNote[], note: ReleaseNote): void {
  const isSame = ({ kind, where, reason }: ReleaseNote): boolean =>
    kind === note.kind && where === note.where && reason === note.reason;
  const index = notes.findIndex(isSame);
  const known = notes[index];
  if (known === undefined) notes.push(note);
  else notes[index] = { ...known, operations: [...new Set([...known.operations, ...note.operations])] };
}

/** Things that clients use. A bound or pattern that is added or removed changes the thing that it belongs to. */
const things =
  /^(?:.+-)?(?:operation|path|method|webhook|callback|event|link|parameter|header|property|status|body|media-type|alternative|server|scheme|scope|value)-(?<verb>added|removed)(?:-required)?$/;

function groupOf({ kind }: Change): Group {
  const verb = things.exec(kind)?.groups?.['verb'];
  return verb === 'added' || verb === 'removed' ? verb : 'changed';
}

/** `/components/schemas/Task/properties/labels/maxItems` -> `Task.labels` */
function componentAt(pointer: string): string {
  const [section, , name, ...rest] = tokensOf(`#${pointer}`);
  if (section !== 'components' || name === undefined) return '';
  const properties = rest.flatMap((token, index) => (rest[index - 1] === 'properties' ? [token] : []));
  return [name, ...properties].join('.');
}

/** Returns a note for each sunset of the operations that are deprecated now and were not before. */
function deprecations(before: Json, after: Json): ReleaseNote[] {
  const deprecated = (document: Json) =>
    operationsOf(document).filter(({ operation }) => operation['deprecated'] === true);
  const known = new Set(deprecated(before).map(({ operation }) => operation['operationId']));
  return deprecated(after)
    .filter(({ operation }) => !known.has(operation['operationId']))
    .map(({ operation }) => {
      const sunset = operation['x-sunset'];
      const reason = typeof sunset === 'string' ? `deprecated, served until ${sunset}` : 'deprecated';
      return { kind: 'operation-deprecated', where: '', reason, operations: [String(operation['operationId'])] };
    });
}
