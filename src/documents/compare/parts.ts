import { isJson } from '../reader/json.ts';
import { follow, itemsOf, membersOf, type Members, type Place } from '../reader/place.ts';
import { nameIn } from '../reader/reference.ts';
import { isProse } from './change.ts';

// One meaning has several spellings: a reference, `allOf` with one or more schemas, `oneOf` of a schema and null. Here
// they are taken apart into the schemas that hold together, so that the comparison sees the meaning.

interface Parts {
  /** The keywords of each schema that holds, the outermost first. */
  readonly members: readonly Members[];
  /** The component that the schema is, or that it adds null to. */
  readonly name: string | undefined;
  /** Whether the contract says, somewhere on the way, that a list may grow. */
  readonly mayGrow: boolean;
}

/** Two schemas may state these of one value, and both hold. */
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
/** What they mean depends on the schema that they stand in. */
const bound = ['additionalProperties', 'unevaluatedProperties', 'patternProperties', 'unevaluatedItems'];

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
  if (folded.length === 0 || !canHoldTogether(members)) return alone;
  const [only] = inner;
  const isBare = inner.length === 1 && [...rest.keys()].every((keyword) => isProse(keyword) || keyword === 'nullable');
  return {
    members,
    name: alone.name ?? (isBare ? only?.name : undefined),
    mayGrow: mayGrow || inner.some((one) => one.mayGrow),
  };
}

/** The keywords behind which nothing but schemas that hold stands. */
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

function canHoldTogether(all: readonly Members[]): boolean {
  const stating = all.filter((members) => [...members.keys()].some((keyword) => !isProse(keyword)));
  if (stating.length > 1 && stating.some((members) => bound.some((keyword) => members.has(keyword)))) return false;
  const keywords = stating.flatMap((members) => [...members.keys()].filter((it) => !isProse(it) && !mergeable.has(it)));
  return new Set(keywords).size === keywords.length;
}

/** Whether nothing but null fulfils the schema. */
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

/** Whether null fulfils the schema. `nullable` without a type, as in `{ allOf: [X], nullable: true }`, adds null. */
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

/** Whether anything fulfils the schema: it is absent, true, or says nothing to a validator. */
export function isAnything(place: Place | undefined): boolean {
  if (place === undefined || place.value === true) return true;
  return isJson(place.value) && [...membersOf(place).keys()].every(isProse);
}

/** Generated clients call a type by the name of its schema. */
function nameOf({ value }: Place): string | undefined {
  if (!isJson(value) || typeof value['$ref'] !== 'string') return undefined;
  return value['$ref'].startsWith('#/components/schemas/') ? nameIn(value['$ref']) : undefined;
}

/** Up to 2.0.0 the contract said "Replies may gain values". */
function saysGrowing(value: unknown): boolean {
  if (!isJson(value)) return false;
  return 'x-extensible-enum' in value || /(responses|replies) may gain values/i.test(String(value['description']));
}
