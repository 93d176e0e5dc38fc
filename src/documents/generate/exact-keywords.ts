import { _, str, type KeywordCxt } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { isMultipleOf } from '../../contract/request/multiple-of.ts';

/** Replaces ajv's `multipleOf`, which divides and tests for a whole number: in binary, 19.99 / 0.01 is not whole. */
export function replaceMultipleOf(ajv: Ajv2020): void {
  ajv.removeKeyword('multipleOf');
  ajv.addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    error: {
      message: ({ schemaCode }) => str`must be multiple of ${schemaCode}`,
      params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}`,
    },
    code(context: KeywordCxt) {
      const { gen, data, schemaCode } = context;
      const isMultiple = gen.scopeValue('func', {
        ref: isMultipleOf,
        code: _`require("../src/contract/request/multiple-of.ts").isMultipleOf`,
      });
      context.fail(_`!${isMultiple}(${data}, ${schemaCode})`);
    },
  });
}
