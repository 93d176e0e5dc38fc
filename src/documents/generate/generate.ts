import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { downgrade } from '../downgrade.ts';
import { bundleDocuments } from './bundle.ts';
import { changelogFile } from './changelog-file.ts';
import { clientTableFile } from './client-table-file.ts';
import { withCodeSamples } from './code-samples/code-samples.ts';
import { compileContract } from './compile-contract.ts';
import type { Document } from './document.ts';
import { withEnumTexts } from './enum-texts.ts';
import { eventsFile } from './events-file.ts';
import { checkFacts } from './facts.ts';
import { makersHash } from './freshness.ts';
import { gateFile } from './gate-file.ts';
import { handlersFile } from './handlers-file.ts';
import { upgradeGuideFile } from './upgrade-guide-file.ts';
import { notice } from './output.ts';
import { withProblemCodes } from './problem-codes.ts';
import { withProblemExamples } from './problem-examples.ts';
import { operationsFile } from './operations-file.ts';
import { pathsFile } from './paths-file.ts';
import { problemsFile } from './problems-file.ts';
import { sensitiveNamesFile } from './sensitive-names-file.ts';
import { withSuccessorLinks } from './successor-links.ts';
import { typesFile } from './types-file.ts';

interface Generated {
  /** File name below generated/ -> its text. */
  readonly committed: Readonly<Record<string, string>>;
  /** File name below docs/ -> its text. */
  readonly docs: Readonly<Record<string, string>>;
  readonly validators: string;
}

/** Generates all files under generated/ and docs/ from the folder of the contract. */
export async function generate(source: string): Promise<Generated> {
  const bundled = await bundleDocuments(source);
  const problems: unknown = parse(await readFile(join(source, 'shared/problems.yaml'), 'utf8'));
  checkFacts(bundled, problems);
  const finish = (document: Document) =>
    withCodeSamples(withEnumTexts(withProblemCodes(withProblemExamples(document, problems), problems)));
  const v2 = finish(bundled.v2);
  const documents = { v1: withSuccessorLinks(finish(bundled.v1), v2), v2 };
  const bundles = {
    'v1/openapi.json': `${JSON.stringify(documents.v1, undefined, 2)}\n`,
    'v2/openapi.json': `${JSON.stringify(documents.v2, undefined, 2)}\n`,
  };
  const { tables, validators } = compileContract(documents, await makersHash());
  return {
    committed: {
      ...bundles,
      'v1/types.ts': await typesFile(documents.v1),
      'v2/types.ts': await typesFile(documents.v2),
      'v1/handlers.ts': handlersFile(documents.v1),
      'v2/handlers.ts': handlersFile(documents.v2),
      'v1/operations.ts': operationsFile(tables.v1),
      'v2/operations.ts': operationsFile(tables.v2),
      'v1/paths.ts': pathsFile(tables.v1),
      'v2/paths.ts': pathsFile(tables.v2),
      'changelog.json': await changelogFile(source, documents),
      'client.ts': clientTableFile(documents.v2),
      'events.ts': eventsFile(documents.v2),
      'gate.mjs': await gateFile(),
      'problems.ts': problemsFile(problems),
      'sensitive-names.ts': sensitiveNamesFile([documents.v1, documents.v2], documents.v2),
    },
    docs: { 'openapi.yaml': downgradedFile(documents.v2), 'UPGRADE_GUIDE.md': upgradeGuideFile(documents) },
    validators,
  };
}

/** Returns the current document as OpenAPI 3.0.3. Quotes texts that YAML 1.1 would read as dates or booleans (`no`). */
function downgradedFile(document: Document): string {
  const text = stringify(downgrade({ ...document }), {
    schema: 'yaml-1.1',
    lineWidth: 120,
    aliasDuplicateObjects: false,
  });
  return `# ${notice} This is openapi/v2.yaml as OpenAPI 3.0.3, for generators that cannot read 3.1.\n${text}`;
}
