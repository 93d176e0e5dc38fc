// The packages that read and write CSV. They are loaded with the first file, because most processes meet none.
import { createRequire } from 'node:module';
import type * as CsvParse from 'csv-parse/sync';
import type * as CsvStringify from 'csv-stringify/sync';
import { onFirstUse } from './on-first-use.ts';

const require = createRequire(import.meta.url);

export const loadCsvParser = onFirstUse(() => require('csv-parse/sync') as typeof CsvParse);
export const loadCsvWriter = onFirstUse(() => require('csv-stringify/sync') as typeof CsvStringify);
