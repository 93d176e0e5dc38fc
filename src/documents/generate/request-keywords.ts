import { _, str, type KeywordCxt } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { isUuid } from '../../contract/request/formats.ts';
import { repeatedItem } from '../../contract/request/unique-items.ts';

/** The keyword that converts ids to lower case. normaliseSchema adds it beside `format: uuid` in requests. */
export const canonicalIdKeyword = 'canonicalId';

/** Keywords for values that callers send. They are checked after `items`, so that ids are compared in lower case. */
export function addRequestKeywords(ajv: Ajv2020): void {
  replaceUniqueItems(ajv);
  addCanonicalId(ajv);
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

/** Converts an id to lower case in place, so that code behind the engine sees one spelling only (RFC 9562, 4). */
function addCanonicalId(ajv: Ajv2020): void {
  ajv.addKeyword({
    keyword: canonicalIdKeyword,
    type: 'string',
    schemaType: 'boolean',
    modifying: true,
    code({ gen, data, it }: KeywordCxt) {
      const { parentData, parentDataProperty } = it;
      const isId = gen.scopeValue('func', {
        ref: isUuid,
        code: _`require("../src/contract/request/formats.ts").isUuid`,
      });
      gen.if(_`${parentData} !== undefined && ${isId}(${data})`, () =>
        gen.assign(_`${parentData}[${parentDataProperty}]`, _`${data}.toLowerCase()`),
      );
    },
  });
}
