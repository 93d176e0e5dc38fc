import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Version } from '../../platform/versions.ts';
import { operationsOf, type Document } from './document.ts';
import { readIfThere, writeFiles } from './output.ts';
import { addImport, addMember, hasMember, namespaceOf, hasParameter } from './source-edit.ts';
import { controllerName, stubOf, type Import, type Stub } from './stub.ts';
import { pascalCase } from './source-text.ts';
import { testOf } from './stub-test.ts';

// The command behind `make scaffold OP=snoozeTask`. It writes a handler in the controller, a function in the service
// that returns 501, and a test that fails until the operation is implemented. `OP=v1:getTask` selects the document of
// v1.

const pagerImport: Import = { name: 'Pager', from: '../../contract/controller/pager.ts', isType: true };

/**
 * Writes the files.
 * @returns the written files, and the remaining steps
 */
export async function scaffold(root: string, name: string): Promise<{ written: string[]; hints: string[] }> {
  const [version, id] = name.startsWith('v1:') ? (['v1', name.slice('v1:'.length)] as const) : (['v2', name] as const);
  const bundle = await readFile(join(root, 'generated', version, 'openapi.json'), 'utf8');
  const document = JSON.parse(bundle) as Document;
  const stub = stubOf(document, id);
  const folder = `src/modules/${stub.tag}`;
  const suffix = version === 'v1' ? '.v1' : '';
  const controllerPath = `${folder}/${stub.tag}${suffix}.controller.ts`;
  const servicePath = `${folder}/${stub.tag}.service.ts`;
  const testPath = `tests/api/${stub.tag}/${version === 'v1' ? 'v1/' : ''}${id}.spec.ts`;
  const controller = await readIfThere(join(root, controllerPath));
  const others = await otherControllers(root, controllerPath, version);
  const hints: string[] = [];

  // A new controller must have all operations of its tag to satisfy its interface.
  const stubs =
    controller === undefined
      ? operationsOf(document)
          .filter(({ operation }) => operation.tags[0] === stub.tag)
          .map(({ operation }) => stubOf(document, operation.operationId))
      : [stub];
  let changed =
    controller ??
    emptyController(
      stub,
      stubs.some((it) => it.isList),
    );
  let service = (await readIfThere(join(root, servicePath))) ?? '';
  for (const each of stubs) {
    if ([changed, ...others].some((text) => hasMember(text, each.id))) continue;
    if (each.isList && !hasParameter(changed, controllerName(each), 'pager')) {
      hints.push(`add the parameter { pager }: { readonly pager: Pager } to ${controllerName(each)}`);
    }
    changed = addHandler(changed, each);
    service = addService(service, each);
  }

  const files: Record<string, string> = { [controllerPath]: changed, [servicePath]: service };
  if ((await readIfThere(join(root, testPath))) === undefined) {
    const { text, unmade } = testOf(stub, (await readIfThere(join(root, 'tests/support/factories.ts'))) ?? '');
    files[testPath] = text;
    if (unmade.length > 0) hints.push(`create the resource of ${unmade.join(' and ')} in ${testPath}`);
  }
  if (controller === undefined) hints.push(await addModuleFiles(root, stub, { files, changed }));
  const written = await writeFiles(root, await formatFiles(root, files));
  return { written, hints };
}

interface Scaffolded {
  readonly files: Record<string, string>;
  readonly changed: string;
}

/**
 * Adds the parts of a new module to the files.
 * @returns where the controller must be registered by hand
 */
async function addModuleFiles(root: string, stub: Stub, { files, changed }: Scaffolded): Promise<string> {
  const path = `src/modules/${stub.tag}/module.ts`;
  if ((await readIfThere(join(root, path))) !== undefined) return `add ${controllerName(stub)} to ${path}`;
  files[path] = moduleOf(stub, changed);
  return `add ${quotedName(stub.tag)}: ${moduleName(stub)} to src/modules/modules.ts, after the modules that it imports`;
}

/** The controllers of the tag that implement some of its operations. */
async function otherControllers(root: string, own: string, version: Version): Promise<string[]> {
  const files = await Array.fromAsync(glob(`${dirname(own)}/**/*.controller.ts`, { cwd: root }));
  const others = files.filter((file) => file !== own && file.endsWith('.v1.controller.ts') === (version === 'v1'));
  return Promise.all(others.map((file) => readFile(join(root, file), 'utf8')));
}

function emptyController(stub: Stub, hasLists: boolean): string {
  const type = `${pascalCase(stub.tag)}Handlers`;
  const parameters = hasLists ? '{ pager }: { readonly pager: Pager }' : '';
  const text = `\nexport function ${controllerName(stub)}(${parameters}): ${type} {\n  return {};\n}\n`;
  const withType = addImport(text, {
    name: type,
    from: `../../../generated/${stub.version}/handlers.ts`,
    isType: true,
  });
  return hasLists ? addImport(withType, pagerImport) : withType;
}

const moduleName = ({ tag }: Stub): string => `create${pascalCase(tag)}Module`;
const quotedName = (tag: string): string => (/^[a-z]+$/.test(tag) ? tag : `'${tag}'`);

/** The module file of a new module, with the handlers of its controller. */
function moduleOf(stub: Stub, controller: string): string {
  const needsPager = hasParameter(controller, controllerName(stub), 'pager');
  const file = `./${stub.tag}${stub.version === 'v1' ? '.v1' : ''}.controller.ts`;
  const imports = [
    ...(needsPager ? [`import type { AppContext } from '../../app-context.ts';`] : []),
    `import type { Module } from '../module.ts';`,
    `import { ${controllerName(stub)} } from '${file}';`,
  ];
  return `${imports.join('\n')}

export function ${moduleName(stub)}(${needsPager ? '{ pager }: AppContext' : ''}) {
  return { ${stub.version}: ${controllerName(stub)}(${needsPager ? '{ pager }' : ''}) } satisfies Module;
}
`;
}

function addHandler(controller: string, stub: Stub): string {
  const from = `./${stub.tag}.service.ts`;
  const namespace = namespaceOf(controller, from);
  const handler = stub.handler.replace('SERVICE', namespace === undefined ? '' : `${namespace}.`);
  const imports = [...stub.handlerImports, ...(namespace === undefined ? [{ name: stub.id, from }] : [])];
  return imports.reduce(addImport, addMember(controller, controllerName(stub), handler));
}

function addService(service: string, stub: Stub): string {
  if (new RegExp(`\\bfunction ${stub.id}\\b`).test(service)) return service;
  return stub.serviceImports.reduce(addImport, `${service}\n${stub.service}\n`);
}

async function formatFiles(root: string, files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const entries = Object.entries(files).map(async ([name, text]) => {
    const options = await resolveConfig(join(root, name));
    return [name, await format(text, { ...options, parser: 'typescript' })] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

if (import.meta.main) {
  const [name] = process.argv.slice(2);
  try {
    if (name === undefined || name.startsWith('-')) throw new Error('name the operation: make scaffold OP=snoozeTask');
    const { written, hints } = await scaffold(join(import.meta.dirname, '../../..'), name);
    for (const file of written) console.log(`wrote ${file}`);
    for (const hint of hints) console.log(`next: ${hint}`);
    if (written.length === 0) console.log(`${name} exists already`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
