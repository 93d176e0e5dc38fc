import { asList, canonicalJson } from '../reader/json.ts';
import type { Rule, Visitor } from './rule.ts';
import { eachRequestSchema, eachResponseSchema, type Check, type SchemaPlace } from './schema-walk.ts';

// Rules for enums. Generators make one type of a named enum, and one type of each place of an inline one.

interface Enum {
  readonly place: SchemaPlace;
  readonly report: (message: string) => void;
}

/** Finds the enums of requests and of responses, by their place in the files, and checks them together at the end. */
function enumRule(check: (sent: Map<string, Enum>, returned: Map<string, Enum>) => void): Visitor[] {
  const [sent, returned] = [new Map<string, Enum>(), new Map<string, Enum>()];
  const collect =
    (found: Map<string, Enum>): Check =>
    (place, report) => {
      const { source, pointer } = place.location;
      if ('enum' in place.schema) found.set(`${source.absoluteRef}${pointer}`, { place, report });
    };
  const atTheEnd = { Root: { leave: () => check(sent, returned) } };
  return [eachRequestSchema(collect(sent)), eachResponseSchema(collect(returned)), atTheEnd];
}

const isNamed = ({ place }: Enum): boolean => place.location.pointer === '#/';

/** The same text for enums with the same values, in any order. */
function valuesOf({ place }: Enum): string {
  return canonicalJson(asList(place.schema['enum']).toSorted());
}

/**
 * Enums that clients send have names, so that all operations share one type. Inline enums are for responses with values
 * of their own.
 */
export const enumsNamed: Rule = () =>
  enumRule((sent, returned) => {
    const all = [...new Map([...sent, ...returned])].filter(
      ([, { place }]) => !asList(place.schema['enum']).includes(null),
    );
    const names = new Map(all.filter(([, one]) => isNamed(one)).map(([, one]) => [valuesOf(one), one.place.name]));
    const first = new Map<string, string>();
    for (const [key, one] of all) {
      if (isNamed(one)) continue;
      const [values, { place, report }] = [valuesOf(one), one];
      const name = names.get(values);
      const other = first.get(values);
      first.set(values, place.name);
      if (name !== undefined) report(`refer to ${name}, which has the same values`);
      else if (other !== undefined) report(`move the enum to a file of its own, because ${other} has the same values`);
      else if (sent.has(key)) report('clients send the enum: move it to a file of its own, which gives it a name');
    }
  });

/** What clients receive may gain values. The generator adds the sentence that says so to the description. */
export const enumsExtensible: Rule = () =>
  enumRule((sent, returned) => {
    for (const { place, report } of returned.values()) {
      if (place.schema['x-extensible-enum'] !== true)
        report('responses or events contain the enum and may gain values: add x-extensible-enum: true');
    }
    for (const [key, { place, report }] of sent) {
      if ('x-extensible-enum' in place.schema && !returned.has(key))
        report('no response and no event contains the enum: remove x-extensible-enum');
    }
  });
