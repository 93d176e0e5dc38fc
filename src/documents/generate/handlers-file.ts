import { isRef, resolve } from '../reader/reference.ts';
import { operationsOf, parametersOf, type Document, type OperationObject, type PathOperation } from './document.ts';
import { recordSchemaOf, withDefault } from './operation-table.ts';
import { notice } from './output.ts';
import { pascalCase, propertyName } from './source-text.ts';

/** Returns handlers.ts: one interface per tag, with one member per operation. Controllers implement it. */
export function handlersFile(document: Document): string {
  const byTag = new Map<string, string[]>();
  for (const place of operationsOf(document)) {
    const tag = place.operation.tags[0] ?? '';
    byTag.set(tag, [...(byTag.get(tag) ?? []), line(document, place)]);
  }
  const names = [...byTag.keys()].map((tag) => `${pascalCase(tag)}Handlers`);
  const interfaces = [...byTag].map(
    ([tag, lines]) => `export interface ${pascalCase(tag)}Handlers {\n${lines.join('')}}\n\n`,
  );
  const imported = ['AnonymousHandler', 'Handler', 'RecordsHandler'].filter((type) =>
    interfaces.some((text) => text.includes(`: ${type}<`)),
  );
  const records = operationsOf(document).flatMap((place) => Object.values(recordNames(document, place)));
  const types = ['operations', ...new Set(records)].sort();
  return [
    `// ${notice}\n\n`,
    `import type { ${imported.join(', ')} } from '../../src/contract/controller/handler.ts';\n`,
    `import type { ${types.join(', ')} } from './types.ts';\n\n`,
    ...interfaces,
    `/** Every operation of the document. */\n`,
    `export interface Handlers extends ${names.join(', ')} {}\n`,
  ].join('');
}

function line(document: Document, place: PathOperation): string {
  const id = place.operation.operationId;
  const filled = parametersWithDefault(document, place).map((name) => `'${name}'`);
  const argument = filled.length === 0 ? '' : `, ${filled.join(' | ')}`;
  const names = Object.entries(recordNames(document, place));
  if (names.length > 0) {
    const records = names.map(([mediaType, name]) => `'${mediaType}': ${name}`).join('; ');
    return `  ${propertyName(id)}: RecordsHandler<operations['${id}'], { ${records} }${argument}>;\n`;
  }
  const type = mayBeAnonymous(document, place.operation) ? 'AnonymousHandler' : 'Handler';
  return `  ${propertyName(id)}: ${type}<operations['${id}']${argument}>;\n`;
}

/** Media type -> name of the schema of its records, if the operation returns streams of records. */
function recordNames(document: Document, { operation }: PathOperation): Record<string, string> {
  const contents = Object.entries(operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, response]) => Object.entries(resolve(document, response).content ?? {}));
  return Object.fromEntries(
    contents.flatMap(([mediaType, media]) => {
      const schema = recordSchemaOf(document, mediaType, media);
      return isRef(schema) ? [[mediaType, schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)]] : [];
    }),
  );
}

/** Whether one alternative of its security needs no credential. */
function mayBeAnonymous(document: Document, operation: OperationObject): boolean {
  const security = operation.security ?? document.security ?? [];
  return security.length === 0 || security.some((alternative) => Object.keys(alternative).length === 0);
}

/** The names of the parameters with a default. The handler always gets a value for them. */
function parametersWithDefault(document: Document, place: PathOperation): string[] {
  return parametersOf(document, place)
    .filter((it) => withDefault(document, it.schema ?? {}) !== undefined)
    .map((it) => it.name);
}
