import { compareProse, type AddFinding } from './change.ts';
import { canonicalJson, isJson } from '../reader/json.ts';
import {
  child,
  follow,
  isSame,
  itemsOf,
  membersOf,
  textOf,
  type Members,
  type Pair,
  type Place,
} from '../reader/place.ts';
import { compareSchemas } from './schema.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly isRequired: boolean;
  /** The parameter's entry in the list, which may be a reference. */
  readonly entry: Place;
  readonly place: Place;
}

/** An operation with its path item. */
export interface Site {
  readonly path: string;
  readonly item: Place;
  readonly operation: Place;
}

/** Compares the parameters of an operation. */
export function compareParameters(before: Site, after: Site, addFinding: AddFinding): void {
  const { pairs, missing, added } = pairParameters(before, after);
  for (const { name, entry } of missing)
    addFinding('breaking', 'parameter-removed', entry, `${name} is no longer accepted`);
  for (const { name, isRequired, entry } of added) {
    if (isRequired) addFinding('breaking', 'parameter-added-required', entry, `${name} was added and is required`);
    else addFinding('additive', 'parameter-added', entry, `${name} was added`);
  }
  for (const [old, current] of pairs) compareParameter(old, current, addFinding);
}

interface ParameterPairs {
  readonly pairs: readonly (readonly [old: Parameter, current: Parameter])[];
  readonly missing: readonly Parameter[];
  readonly added: readonly Parameter[];
}

/**
 * Pairs the parameters of an operation. A parameter is identified by location and name; one that has another name or
 * location is recognised by what is the same.
 */
export function pairParameters(before: Site, after: Site): ParameterPairs {
  const [was, is] = [parametersOf(before), parametersOf(after)];
  const pairs: [Parameter, Parameter][] = [];
  let added = [...is];
  const take = (old: Parameter, fits: (current: Parameter) => boolean): boolean => {
    const current = added.find(fits);
    if (current === undefined) return false;
    added = added.filter((one) => one !== current);
    pairs.push([old, current]);
    return true;
  };
  const renamed = renamedIn(before.path, after.path);
  let missing = was.filter((old) => !take(old, (one) => one.in === old.in && keyOf(one) === keyOf(old)));
  missing = missing.filter((old) => !take(old, (one) => one.in === 'path' && renamed.get(old.name) === one.name));
  missing = missing.filter((old) => !take(old, (one) => one.name === old.name));
  missing = missing.filter((old) => !take(old, (one) => one.in === old.in && isAlike(old, one)));
  return { pairs, missing, added };
}

/** The operation's own parameters override those of its path. */
function parametersOf({ item, operation }: Site): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const source of [item, operation]) {
    for (const entry of itemsOf(child(source, 'parameters'))) {
      const members = membersOf(entry);
      const parameter = {
        name: textOf(members.get('name')) ?? '',
        in: textOf(members.get('in')) ?? '',
        isRequired: members.get('required')?.value === true,
        entry,
        place: follow(entry),
      };
      found.set(`${parameter.in} ${keyOf(parameter)}`, parameter);
    }
  }
  return [...found.values()];
}

/** Header names are case-insensitive. */
function keyOf(parameter: { readonly name: string; readonly in: string }): string {
  return parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
}

/** For a rename of `/tasks/{id}` to `/tasks/{task_id}`: old parameter name -> new name. */
function renamedIn(before: string, after: string): ReadonlyMap<string, string> {
  const names = (path: string) => [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
  const current = names(after);
  return new Map(names(before).map((name, index) => [name, current[index] ?? name]));
}

/** Whether two parameters of different names are one that was renamed. */
function isAlike(left: Parameter, right: Parameter): boolean {
  const essence = ({ place }: Parameter): string =>
    isJson(place.value) ? canonicalJson({ ...place.value, name: '', description: '' }) : '';
  return essence(left) === essence(right);
}

function compareParameter(old: Parameter, current: Parameter, addFinding: AddFinding): void {
  const at = current.place;
  if (old.in !== current.in)
    addFinding('breaking', 'parameter-moved', at, `${old.name} moved from ${old.in} to ${current.in}`);
  else if (keyOf(old) !== keyOf(current))
    addFinding('breaking', 'parameter-renamed', at, `${old.name} was renamed to ${current.name}`);
  if (old.isRequired !== current.isRequired) {
    const isBreaking = current.isRequired;
    const reason = `${current.name} is now ${isBreaking ? 'required' : 'optional'}`;
    const what = isBreaking ? 'parameter-made-required' : 'parameter-made-optional';
    addFinding(isBreaking ? 'breaking' : 'additive', what, at, reason);
  }
  const pair = { before: old.place, after: current.place };
  // The styles of different locations cannot be compared.
  if (old.in === current.in) compareStyle(pair, current.in, addFinding);
  compareContent(pair, addFinding);
  compareProse(pair, addFinding);
}

function compareStyle({ before, after }: Pair, location: string, addFinding: AddFinding): void {
  const [was, is] = [styleOf(membersOf(before), location), styleOf(membersOf(after), location)];
  if (was === is) return;
  const at = child(after, 'style') ?? child(after, 'explode') ?? after;
  addFinding('breaking', 'parameter-style-changed', at, `the style was ${was} and is ${is}`);
}

function styleOf(members: Members, location: string): string {
  const fallback = location === 'query' || location === 'cookie' ? 'form' : 'simple';
  const style = textOf(members.get('style')) ?? fallback;
  const isExploded = members.get('explode')?.value ?? style === 'form';
  const isReserved = members.get('allowReserved')?.value === true;
  return `${style}${isExploded === true ? ', exploded' : ''}${isReserved ? ', reserved characters allowed' : ''}`;
}

function compareContent({ before, after }: Pair, addFinding: AddFinding): void {
  const [was, is] = [membersOf(before), membersOf(after)];
  const [old, current] = [was.get('schema'), is.get('schema')];
  if (old !== undefined && current !== undefined) compareValues({ before: old, after: current }, is, addFinding);
  else if (old !== current) {
    const reason = current === undefined ? 'content replaced the schema' : 'a schema replaced the content';
    addFinding('breaking', 'parameter-style-changed', after, reason);
  } else if (!isSame(was.get('content'), is.get('content'))) {
    const [media, type] = [firstOf(was.get('content')), firstOf(is.get('content'))];
    if (media?.name !== type?.name) {
      addFinding(
        'breaking',
        'parameter-media-type-changed',
        is.get('content') ?? after,
        `the media type was ${media?.name ?? 'absent'} and is ${type?.name ?? 'absent'}`,
      );
    } else if (media?.schema !== undefined && type?.schema !== undefined) {
      compareSchemas({ before: media.schema, after: type.schema }, 'parameter', addFinding);
    }
  }
}

/**
 * A single value is serialized like an exploded list of one item (OpenAPI 3.1, "Style Examples"). A parameter that
 * becomes such a list therefore still accepts its old values, if its items do.
 */
function compareValues({ before, after }: Pair, parameter: Members, addFinding: AddFinding): void {
  const [was, is] = [membersOf(before), membersOf(after)];
  const items = is.get('items');
  const isList = is.get('type')?.value === 'array' && !(Number(is.get('minItems')?.value ?? 0) > 1);
  const isSingle = ['string', 'integer', 'number', 'boolean'].includes(String(was.get('type')?.value));
  const style = styleOf(parameter, textOf(parameter.get('in')) ?? '');
  if (!isSingle || !isList || items === undefined || !style.startsWith('form, exploded')) {
    compareSchemas({ before, after }, 'parameter', addFinding);
    return;
  }
  addFinding('additive', 'parameter-made-list', follow(after), 'the parameter now accepts several values');
  compareSchemas({ before, after: items }, 'parameter', addFinding);
}

function firstOf(content: Place | undefined) {
  const [entry] = membersOf(content);
  return entry && { name: entry[0], schema: membersOf(entry[1]).get('schema') };
}
