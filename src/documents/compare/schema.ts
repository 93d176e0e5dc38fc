import { compareAlternatives } from './alternatives.ts';
import { boundKeywords, compareBounds, type Schemas } from './bounds.ts';
import { compareProse, isProse, type Subject, type Tell } from './change.ts';
import { compareContent, compareItems, compareObjects } from './objects.ts';
import { isJson } from '../reader/json.ts';
import { follow, isSame, membersOf, type Pair, type Place } from '../reader/place.ts';
import { compareDefault, compareListed, compareTypes, mayGrow } from './values.ts';

/** Keywords that have a comparison of their own; any other one that means something must stay as it is. */
const understood = new Set([
  ...boundKeywords,
  ...['type', 'nullable', 'enum', 'const', 'default', 'properties', 'required', 'additionalProperties'],
  ...['patternProperties', 'items', 'prefixItems', 'contentSchema', 'oneOf', 'anyOf', 'allOf'],
  // Definitions count where they are used.
  ...['$defs', '$id', '$schema', '$anchor'],
]);

/** Tells how the schema of something that is sent or received differs, however deep; circles are walked once. */
export function compareSchemas(pair: Pair, subject: Subject, tell: Tell): void {
  const seen = new Set<string>();
  const descend = ({ before, after }: Pair): void => {
    const key = `${before.pointer} ${after.pointer}`;
    if (seen.has(key)) return;
    seen.add(key);
    compareOne({ before, after }, subject, tell, descend);
  };
  descend(pair);
}

function compareOne({ before, after }: Pair, subject: Subject, tell: Tell, descend: (pair: Pair) => void): void {
  const schemas: Schemas = { was: membersOf(before), is: membersOf(after), place: follow(after) };
  compareNames({ before, after }, subject, tell);
  compareTypes(schemas, subject, tell);
  compareListed(schemas, subject, tell, mayGrow(before));
  compareBounds(schemas, subject, tell);
  compareDefault(schemas, subject, tell);
  compareObjects(schemas, subject, tell, descend);
  compareItems(schemas, subject, tell, descend);
  compareContent(schemas, subject, tell, descend);
  compareAlternatives(schemas, subject, tell, descend);
  compareOthers(schemas, subject, tell);
  compareProse({ before, after }, tell);
  if (typeof before.value === 'boolean' || typeof after.value === 'boolean')
    compareBooleans(before, after, subject, tell);
}

/** Generated clients call a type by the name of its schema. */
function compareNames({ before, after }: Pair, subject: Subject, tell: Tell): void {
  const [old, current] = [nameOf(before), nameOf(after)];
  if (old === undefined || current === undefined || old === current) return;
  tell('breaking', `${subject}-schema-renamed`, after, `generated types called it ${old}, and call it ${current}`);
}

function nameOf({ value }: Place): string | undefined {
  if (!isJson(value) || typeof value['$ref'] !== 'string') return undefined;
  return /^#\/components\/schemas\/(.+)$/.exec(value['$ref'])?.[1];
}

function compareOthers({ was, is, place }: Schemas, subject: Subject, tell: Tell): void {
  for (const keyword of new Set([...was.keys(), ...is.keys()])) {
    if (understood.has(keyword) || isProse(keyword)) continue;
    const [old, current] = [was.get(keyword), is.get(keyword)];
    if (isSame(old, current)) continue;
    tell('breaking', `${subject}-${keyword}-changed`, current ?? old ?? place, `${keyword} is not what it was`);
  }
}

function compareBooleans(before: Place, after: Place, subject: Subject, tell: Tell): void {
  if (isSame(before, after)) return;
  tell('breaking', `${subject}-schema-changed`, after, 'what takes or refuses everything is not what it was');
}
