import { _, str, type Code, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { useFunc } from 'ajv/dist/compile/util.js';
import { usePattern } from 'ajv/dist/vocabularies/code.js';
import ucs2length from 'ajv/dist/runtime/ucs2length.js';
import standalone from 'ajv/dist/standalone/index.js';
import { equalJson } from '../../contract/request/equal-json.ts';
import { formats, requestFormats } from '../../contract/request/formats.ts';
import { violationsMax } from '../../contract/request/violations.ts';
import { replaceMultipleOf } from './exact-keywords.ts';
import { notice } from './output.ts';
import type { Direction } from './one-way-members.ts';
import { addRequestKeywords } from './request-keywords.ts';
import type { SchemaPool } from './schema-pool.ts';

/**
 * Compiles every schema of the pool to a function in plain JavaScript, so that a server neither parses schemas nor
 * generates code at start-up.
 *
 * @param aliases additional names in the table, such as `event:task.created`, and their keys
 * @returns the text of validators.cjs; its hashes identify the bundles and the generator
 */
export function validatorsFile(
  pool: SchemaPool,
  aliases: Readonly<Record<string, string>>,
  hashes: { readonly contract: string; readonly makers: string },
): string {
  const extra = Object.entries(aliases).map(
    ([name, key]) => `byKey[${JSON.stringify(name)}] = byKey[${JSON.stringify(key)}];\n`,
  );
  return [
    `// ${notice}\n// Made by ${hashes.makers}\n'use strict';\nconst hash = '${hashes.contract}';\nconst byKey = {};\n`,
    compile(pool, 'request'),
    compile(pool, 'response'),
    ...extra,
    'module.exports = { hash, byKey };\n',
  ].join('');
}

/** The names that every JavaScript object inherits. */
const inherited = Object.getOwnPropertyNames(Object.prototype);

/** Validators of requests report every violation with a message. Validators of responses stop at the first. */
function compile(pool: SchemaPool, direction: Direction): string {
  const isRequest = direction === 'request';
  const ajv = new Ajv2020({
    allErrors: isRequest,
    messages: isRequest,
    strict: true,
    strictTypes: false,
    strictTuples: false,
    allowUnionTypes: true,
    discriminator: true,
    // Inlining would repeat the schema of an id in hundreds of functions.
    inlineRefs: 3,
    formats: { ...(isRequest ? requestFormats : formats) },
    code: {
      source: true,
      optimize: 1,
      formats: _`require("../src/contract/request/formats.ts").${isRequest ? _`requestFormats` : _`formats`}`,
    },
  });
  if (isRequest) addRequestKeywords(ajv);
  replaceMultipleOf(ajv);
  replaceLengthKeywords(ajv);
  replacePatternKeyword(ajv, isRequest);
  const chosen = [...pool.schemas].filter(([, pooled]) => pooled.direction === direction);
  // The 2020 dialect tracks evaluated members and dynamic anchors in every function, which is slow and mostly unused.
  const text = JSON.stringify(chosen);
  ajv.opts.unevaluated = text.includes('"unevaluated');
  ajv.opts.dynamicRef = text.includes('"$dynamicRef"');
  // Every object inherits a member called `constructor`, so only own members count as present.
  ajv.opts.ownProperties = inherited.some((name) => text.includes(`"${name}"`));
  for (const [key, { schema }] of chosen) ajv.addSchema(schema, key);
  const entries = Object.fromEntries(chosen.filter(([, { isEntry }]) => isEntry).map(([key]) => [key, key]));
  const code = ownMembersOnly(standalone.default(ajv, entries));
  // The loop of `contains` counts members that match, and needs them all.
  const bounded = isRequest && !text.includes('"contains"') ? endLoopsEarly(code) : code;
  return `(function (exports) {\n${bounded}\n})(byKey);\n`;
}

/**
 * A request with millions of wrong items would cause as many errors, which fill the memory. A loop over items ends once
 * it has found as many errors as a response can report. Errors from before the loop do not count, because they can
 * belong to another alternative.
 */
function endLoopsEarly(code: string): string {
  return code.replaceAll(
    /for\(let (i\d+)=0; \1<(len\d+); \1\+\+\)\{/g,
    `for(let $1=0, before$1=errors; $1<$2 && errors-before$1<${violationsMax}; $1++){`,
  );
}

/**
 * In two places ajv's code uses inherited members. It compares objects by calling their `toString` and `valueOf`, which
 * may be data here. It looks evaluated names up in an object that inherits names.
 */
function ownMembersOnly(code: string): string {
  return code
    .replaceAll(
      'require("ajv/dist/runtime/equal").default',
      `require("../src/contract/request/equal-json.ts").${equalJson.name}`,
    )
    .replaceAll(/\b(props\d+ = (?:props\d+ \|\| )?)\{\}/g, '$1{ __proto__: null }');
}

/**
 * Replaces ajv's string lengths, which count the code points of every string. A string has at most as many code points
 * as UTF-16 units, and at least half as many, so that most strings need no counting.
 */
function replaceLengthKeywords(ajv: Ajv2020): void {
  const define = (keyword: 'maxLength' | 'minLength'): CodeKeywordDefinition => ({
    keyword,
    type: 'string',
    schemaType: 'number',
    before: 'pattern',
    error: {
      message: ({ schema }) => `must NOT have ${keyword === 'maxLength' ? 'more' : 'fewer'} than ${schema} characters`,
      params: ({ schemaCode }) => _`{limit: ${schemaCode}}`,
    },
    code(context: KeywordCxt) {
      const { data } = context;
      const schema = Number(context.schema);
      const count = _`${useFunc(context.gen, ucs2length.default)}(${data})`;
      const fails =
        keyword === 'maxLength'
          ? _`${data}.length > ${schema} && ${count} > ${schema}`
          : _`${data}.length < ${schema * 2} && ${count} < ${schema}`;
      context.fail(fails);
    },
  });
  for (const keyword of ['maxLength', 'minLength'] as const) {
    ajv.removeKeyword(keyword);
    ajv.addKeyword(define(keyword));
  }
}

/** The pattern of free text, which nearly every string has. A search for the single character is five times as fast. */
const withoutNull = '^[^\\x00]*$';

/** A message does not contain longer patterns, because nobody can read them. */
const readableLengthMax = 200;

function patternMessage(pattern: string): Code {
  if (pattern === withoutNull) return _`"must be Unicode text without the character U+0000"`;
  return pattern.length > readableLengthMax
    ? _`"must match the pattern in the contract"`
    : str`must match pattern "${pattern}"`;
}

/**
 * JSON can contain half of a surrogate pair (RFC 8259, 8.2), UTF-8 cannot. In a request it matches no pattern, because
 * a database would not store it. Responses come from the database.
 */
function replacePatternKeyword(ajv: Ajv2020, isRequest: boolean): void {
  ajv.removeKeyword('pattern');
  ajv.addKeyword({
    keyword: 'pattern',
    type: 'string',
    schemaType: 'string',
    error: {
      message: ({ schema }) => patternMessage(String(schema)),
      params: ({ schemaCode }) => _`{pattern: ${schemaCode}}`,
    },
    code(context: KeywordCxt) {
      const { data } = context;
      const pattern = String(context.schema);
      const fails =
        pattern === withoutNull ? _`${data}.includes("\\0")` : _`!${usePattern(context, pattern)}.test(${data})`;
      context.fail(isRequest ? _`${fails} || !${data}.isWellFormed()` : fails);
    },
  });
}
