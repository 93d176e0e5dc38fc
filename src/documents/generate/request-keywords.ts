import { _, str, type Code, type KeywordCxt } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { cutInstant, isUuid } from '../../contract/request/formats.ts';
import { repeatedItem } from '../../contract/request/unique-items.ts';

/** Format -> the keyword that converts its texts in requests. normaliseSchema adds it beside the format. */
export const canonicalKeywords: Readonly<Record<string, string>> = {
  uuid: 'canonicalId',
  'date-time': 'canonicalInstant',
};

/** Keywords for values that callers send. They are checked after `items`, so that ids are compared in lower case. */
export function addRequestKeywords(ajv: Ajv2020): void {
  replaceUniqueItems(ajv);
  addCanonicalTexts(ajv);
}

/**
 * Replaces ajv's `uniqueItems`, which compares items in pairs, and calls `valueOf` and `toString` of objects that may
 * have members of these names.
 */
function replaceUniqueItems(ajv: Ajv2020): void {
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    error: {
      message: ({ params }) => str`must NOT have duplicate items (item ${params['index']} repeats an earlier one)`,
      params: ({ params }) => _`{index: ${params['index']}}`,
    },
    code(context: KeywordCxt) {
      if (context.schema !== true) return;
      const { gen, data } = context;
      const code = _`require("../src/contract/request/unique-items.ts").repeatedItem`;
      const index = gen.const('index', _`${gen.scopeValue('func', { ref: repeatedItem, code })}(${data})`);
      context.setParams({ index });
      context.fail(_`${index} !== -1`);
    },
  });
}

/**
 * Converts texts in place, so that code behind the engine sees one spelling of an id only (RFC 9562, 4), and times that
 * PostgreSQL need not round.
 */
function addCanonicalTexts(ajv: Ajv2020): void {
  const formatsFile = _`require("../src/contract/request/formats.ts")`;
  addConversion(ajv, 'canonicalId', ({ gen, data }) => {
    const isId = gen.scopeValue('func', { ref: isUuid, code: _`${formatsFile}.isUuid` });
    return { condition: _`${isId}(${data})`, value: _`${data}.toLowerCase()` };
  });
  addConversion(ajv, 'canonicalInstant', ({ gen, data }) => {
    const cut = gen.scopeValue('func', { ref: cutInstant, code: _`${formatsFile}.cutInstant` });
    return { condition: _`${data}.length > ${longestExact}`, value: _`${cut}(${data})` };
  });
}

/** The length of `2026-11-02T09:30:00.123456Z`. Shorter texts have at most six decimals. */
const longestExact = 27;

type Conversion = (context: KeywordCxt) => { readonly condition: Code; readonly value: Code };

function addConversion(ajv: Ajv2020, keyword: string, convert: Conversion): void {
  ajv.addKeyword({
    keyword,
    type: 'string',
    schemaType: 'boolean',
    modifying: true,
    code(context: KeywordCxt) {
      const { parentData, parentDataProperty } = context.it;
      const { condition, value } = convert(context);
      context.gen.if(_`${parentData} !== undefined && ${condition}`, () =>
        context.gen.assign(_`${parentData}[${parentDataProperty}]`, value),
      );
    },
  });
}
