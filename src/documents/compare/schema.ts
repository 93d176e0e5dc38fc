import { compareAlternatives, compareDiscriminators, compareWithUnion } from './alternatives.ts';
import { boundKeywords, compareBounds } from './bounds.ts';
import { compareProse, isProse, isSent, type Subject, type AddFinding } from './change.ts';
import { isExpressible } from './dialect.ts';
import { compareContent, compareItems, compareObjects } from './objects.ts';
import { isJson } from '../reader/json.ts';
import { follow, isSame, membersOf, type Pair, type Place } from '../reader/place.ts';
import { untouchedIn } from './untouched.ts';
import { compareDefault, compareListed, compareNullability, compareTypes } from './values.ts';
import { viewOf, type Schemas } from './view.ts';

/** Keywords that other functions compare. */
const understood = new Set([
  ...boundKeywords,
  ...['type', 'nullable', 'enum', 'const', 'default', 'properties', 'required', 'additionalProperties'],
  ...['patternProperties', 'items', 'prefixItems', 'contentSchema', 'oneOf', 'anyOf', 'allOf', 'discriminator'],
  ...['unevaluatedProperties', 'readOnly', 'writeOnly'],
  // Definitions are compared where they are used.
  ...['$defs', '$id', '$schema', '$anchor'],
]);
/** Keywords that only restrict values: without one, more values match. */
const constraints = new Set([
  ...['not', 'propertyNames', 'contains', 'dependentRequired', 'dependentSchemas', 'unevaluatedItems'],
]);

/** Reports how the schema of a sent or received value differs, at every depth. Each circle is followed once. */
export function compareSchemas(pair: Pair, subject: Subject, addFinding: AddFinding): void {
  const seen = new Set<string>();
  const isUntouched = untouchedIn(pair.before.document, pair.after.document);
  const descend = ({ before, after }: Pair): void => {
    const key = `${before.pointer} ${after.pointer}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (!isUntouched({ before, after })) compareOne({ before, after }, subject, addFinding, descend);
  };
  descend(pair);
}

function compareOne(
  { before, after }: Pair,
  subject: Subject,
  addFinding: AddFinding,
  descend: (pair: Pair) => void,
): void {
  const schemas: Schemas = { was: viewOf(before, subject), is: viewOf(after, subject), before, place: follow(after) };
  const standing = compareWithUnion({ before, after }, subject, addFinding);
  if (standing !== undefined) {
    compareNullability(schemas, subject, addFinding);
    compareProse({ before, after }, addFinding);
    descend(standing);
    return;
  }
  compareNames(schemas, after, subject, addFinding);
  compareTypes(schemas, subject, addFinding);
  compareNullability(schemas, subject, addFinding);
  compareListed(schemas, subject, addFinding);
  compareBounds(schemas, subject, addFinding);
  compareDefault(schemas, subject, addFinding);
  compareObjects(schemas, subject, addFinding, descend);
  compareItems(schemas, subject, addFinding, descend);
  compareContent(schemas, subject, addFinding, descend);
  compareAlternatives(schemas, subject, addFinding, descend);
  compareDiscriminators(schemas, subject, addFinding);
  compareOthers(schemas, subject, addFinding);
  compareProse({ before, after }, addFinding);
  if (typeof before.value === 'boolean' || typeof after.value === 'boolean')
    compareBooleans(before, after, subject, addFinding);
}

/** Generated clients name a type after its schema. */
function compareNames({ was, is }: Schemas, at: Place, subject: Subject, addFinding: AddFinding): void {
  if (was.name === undefined || is.name === undefined || was.name === is.name) return;
  const reason = `the schema was ${was.name} and is ${is.name}, which renames the type in generated clients`;
  addFinding('breaking', `${subject}-schema-renamed`, at, reason);
}

/** Unknown keywords must stay equal. */
function compareOthers({ was, is, before, place }: Schemas, subject: Subject, addFinding: AddFinding): void {
  for (const keyword of new Set([...was.keywords.keys(), ...is.keywords.keys()])) {
    if (understood.has(keyword) || isProse(keyword)) continue;
    const [old, current] = [was.keywords.get(keyword), is.keywords.get(keyword)];
    if (isSame(old, current) || !isExpressible(keyword, old, before) || !isExpressible(keyword, current, place))
      continue;
    const isHarmless =
      constraints.has(keyword) && (old === undefined ? !isSent(subject) : current === undefined && isSent(subject));
    const reason = `${keyword} changed`;
    addFinding(isHarmless ? 'additive' : 'breaking', `${subject}-${keyword}-changed`, current ?? old ?? place, reason);
  }
}

function compareBooleans(before: Place, after: Place, subject: Subject, addFinding: AddFinding): void {
  if (isSame(before, after) || (acceptsAll(before) && acceptsAll(after))) return;
  addFinding('breaking', `${subject}-schema-changed`, after, 'a schema that accepts or refuses every value changed');
}

/** `true` and a schema without constraints have the same meaning. */
function acceptsAll(place: Place): boolean {
  return place.value === true || (isJson(place.value) && [...membersOf(place).keys()].every(isProse));
}
