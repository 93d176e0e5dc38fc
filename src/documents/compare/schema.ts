import { compareAlternatives, compareDiscriminators, compareWithUnion } from './alternatives.ts';
import { boundKeywords, compareBounds } from './bounds.ts';
import { compareProse, isProse, isSent, type Subject, type Tell } from './change.ts';
import { isExpressible } from './dialect.ts';
import { compareContent, compareItems, compareObjects } from './objects.ts';
import { follow, isSame, type Pair, type Place } from '../reader/place.ts';
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
export function compareSchemas(pair: Pair, subject: Subject, tell: Tell): void {
  const seen = new Set<string>();
  const isUntouched = untouchedIn(pair.before.document, pair.after.document);
  const descend = ({ before, after }: Pair): void => {
    const key = `${before.pointer} ${after.pointer}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (!isUntouched({ before, after })) compareOne({ before, after }, subject, tell, descend);
  };
  descend(pair);
}

function compareOne({ before, after }: Pair, subject: Subject, tell: Tell, descend: (pair: Pair) => void): void {
  const schemas: Schemas = { was: viewOf(before, subject), is: viewOf(after, subject), before, place: follow(after) };
  const standing = compareWithUnion({ before, after }, subject, tell);
  if (standing !== undefined) {
    compareNullability(schemas, subject, tell);
    compareProse({ before, after }, tell);
    descend(standing);
    return;
  }
  compareNames(schemas, after, subject, tell);
  compareTypes(schemas, subject, tell);
  compareNullability(schemas, subject, tell);
  compareListed(schemas, subject, tell);
  compareBounds(schemas, subject, tell);
  compareDefault(schemas, subject, tell);
  compareObjects(schemas, subject, tell, descend);
  compareItems(schemas, subject, tell, descend);
  compareContent(schemas, subject, tell, descend);
  compareAlternatives(schemas, subject, tell, descend);
  compareDiscriminators(schemas, subject, tell);
  compareOthers(schemas, subject, tell);
  compareProse({ before, after }, tell);
  if (typeof before.value === 'boolean' || typeof after.value === 'boolean')
    compareBooleans(before, after, subject, tell);
}

/** Generated clients name a type after its schema. */
function compareNames({ was, is }: Schemas, at: Place, subject: Subject, tell: Tell): void {
  if (was.name === undefined || is.name === undefined || was.name === is.name) return;
  const reason = `the schema was ${was.name} and is ${is.name}, which renames the type in generated clients`;
  tell('breaking', `${subject}-schema-renamed`, at, reason);
}

/** A keyword that this comparison does not know must stay equal. */
function compareOthers({ was, is, before, place }: Schemas, subject: Subject, tell: Tell): void {
  for (const keyword of new Set([...was.keywords.keys(), ...is.keywords.keys()])) {
    if (understood.has(keyword) || isProse(keyword)) continue;
    const [old, current] = [was.keywords.get(keyword), is.keywords.get(keyword)];
    if (isSame(old, current) || !isExpressible(keyword, old, before) || !isExpressible(keyword, current, place))
      continue;
    const isHarmless =
      constraints.has(keyword) && (old === undefined ? !isSent(subject) : current === undefined && isSent(subject));
    const reason = `${keyword} changed`;
    tell(isHarmless ? 'additive' : 'breaking', `${subject}-${keyword}-changed`, current ?? old ?? place, reason);
  }
}

function compareBooleans(before: Place, after: Place, subject: Subject, tell: Tell): void {
  if (isSame(before, after)) return;
  tell('breaking', `${subject}-schema-changed`, after, 'a schema that accepts or refuses every value changed');
}
