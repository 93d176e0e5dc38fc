import { isJson } from '../reader/json.ts';
import { follow, itemsOf, membersOf, type Members, type Place } from '../reader/place.ts';
import { nameIn } from '../reader/reference.ts';
import { isProse } from './change.ts';

// One meaning has several spellings: a reference, `allOf` with one or more schemas, `oneOf` of a schema and null. This
// file splits a schema into the schemas that apply together, so that the comparison sees the meaning.

interface Parts {
  /** The keywords of each schema that applies, the outermost first. */
  readonly members: readonly Members[];
  /** The component that the schema is, or that it adds null to. */
  readonly name: string | undefined;
  /** Whether the contract says, anywhere along the references, that a list may gain values. */
  readonly mayGrow: boolean;
}

/** Several schemas may have these keywords for one value. All of them apply. */
const mergeable = new Set([
  'type',
  'properties',
  'required',
  'enum',
  'const',
  'nullable',
  '$defs',
  'readOnly',
  'writeOnly',
]);
/** Keywords whose meaning depends on the schema that contains them. */
const bound = ['additionalProperties', 'unevaluatedProperties', 'patternProperties', 'unevaluatedItems'];

/**
 * Splits a schema into the schemas that apply to the same value.
 * @param trail the references that led to it, to stop at circles
 */
export function partsOf(place: Place, trail: readonly string[] = []): Parts {
  const target = follow(place);
  const own = membersOf(place);
  const mayGrow = [place, target].some(({ value }) => saysGrowing(value));
  const alone = { members: [own], name: nameOf(place), mayGrow };
  if (trail.includes(target.pointer)) return alone;
  const folded = innerOf(own).map(({ keyword, schemas }) => ({
    keyword,
    inner: schemas.map((one) => partsOf(one, [...trail, target.pointer])),
  }));
  const rest = new Map([...own].filter(([keyword]) => !folded.some((one) => one.keyword === keyword)));
  const inner = folded.flatMap((one) => one.inner);
  const members = [rest, ...inner.flatMap((one) => one.members)];
  if (folded.length === 0 || !canApplyTogether(members)) return alone;
  const [only] = inner;
  const isBare = inner.length === 1 && [...rest.keys()].every((keyword) => isProse(keyword) || isNullability(keyword));
  return {
    members,
    name: alone.name ?? (isBare ? only?.name : undefined),
    mayGrow: mayGrow || inner.some((one) => one.mayGrow),
  };
}

/** The keywords whose subschemas all apply to the same value. */
function innerOf(own: Members): { readonly keyword: string; readonly schemas: readonly Place[] }[] {
  const found = [];
  for (const keyword of ['oneOf', 'anyOf']) {
    const schemas = itemsOf(own.get(keyword)).filter((one) => !isNull(one));
    if (schemas.length === 1) found.push({ keyword, schemas });
  }
  const all = itemsOf(own.get('allOf'));
  if (all.length > 0) found.push({ keyword: 'allOf', schemas: all });
  return found;
}

/** Whether the keyword makes a reference nullable in 3.0: `{ type: object, nullable: true, allOf: [X] }`. */
function isNullability(keyword: string): boolean {
  return keyword === 'nullable' || keyword === 'type';
}

function canApplyTogether(all: readonly Members[]): boolean {
  const stating = all.filter((members) =>
    [...members.keys()].some((keyword) => !isProse(keyword) && !isNullability(keyword)),
  );
  if (stating.length > 1 && stating.some((members) => bound.some((keyword) => members.has(keyword)))) return false;
  const keywords = all.flatMap((members) => [...members.keys()].filter((it) => !isProse(it) && !mergeable.has(it)));
  return new Set(keywords).size === keywords.length;
}

/** Whether only null matches the schema. */
export function isNull(place: Place): boolean {
  const members = membersOf(place);
  const type = members.get('type')?.value;
  const listed = members.get('enum')?.value;
  return (
    type === 'null' ||
    (Array.isArray(type) && type.length === 1 && type[0] === 'null') ||
    members.get('const')?.value === null ||
    (Array.isArray(listed) && listed.length > 0 && listed.every((value) => value === null))
  );
}

/** Whether null matches the schema. `nullable` without a type, as in `{ allOf: [X], nullable: true }`, allows null. */
export function takesNull(place: Place, trail: readonly string[] = []): boolean {
  if (typeof place.value === 'boolean') return place.value;
  const { pointer } = follow(place);
  if (trail.includes(pointer)) return true;
  const members = membersOf(place);
  const inside = [...trail, pointer];
  const listed = members.get('enum')?.value;
  if (Array.isArray(listed) && !listed.includes(null)) return false;
  if (members.has('const') && members.get('const')?.value !== null) return false;
  if (members.get('nullable')?.value === true) return true;
  const type = members.get('type')?.value;
  if (type !== undefined && ![type].flat().includes('null')) return false;
  const some = ['oneOf', 'anyOf'].every((keyword) => {
    const schemas = itemsOf(members.get(keyword));
    return schemas.length === 0 || schemas.some((one) => takesNull(one, inside));
  });
  return some && itemsOf(members.get('allOf')).every((one) => takesNull(one, inside));
}

/** Whether every value matches the schema: it is absent, true, or has no keyword for validators. */
export function isAnything(place: Place | undefined): boolean {
  if (place === undefined || place.value === true) return true;
  return isJson(place.value) && [...membersOf(place).keys()].every(isProse);
}

/** Generated clients name a type after its schema. */
function nameOf({ value }: Place): string | undefined {
  if (!isJson(value) || typeof value['$ref'] !== 'string') return undefined;
  return value['$ref'].startsWith('#/components/schemas/') ? nameIn(value['$ref']) : undefined;
}

/** Releases of the contract up to 2.0.0 have no marker, but the sentence "Replies may gain values". */
function saysGrowing(value: unknown): boolean {
  if (!isJson(value)) return false;
  return 'x-extensible-enum' in value || /replies may gain values/i.test(String(value['description']));
}
