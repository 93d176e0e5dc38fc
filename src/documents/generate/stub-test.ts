import { render, pascalCase, SourceText } from './source-text.ts';
import type { Stub } from './stub.ts';

// Writes the first test of an operation. The test creates the resources in the path with tests/support/factories.ts,
// sends the example of the body, and expects the success status of the contract.

interface StubTest {
  readonly text: string;
  /** Path parameters without a factory. */
  readonly unmade: readonly string[];
}

/** Ids that every account has. */
const ofAccount: Readonly<Record<string, string>> = {
  organization_id: 'account.organization_id',
  user_id: 'account.user_id',
};

/** @param factories the text of tests/support/factories.ts */
export function testOf(stub: Stub, factories: string): StubTest {
  const ids = Object.entries(stub.request.params?.path ?? {});
  const made = new Map<string, string>();
  const path = ids.map(([name, zero]) => [name, idOf(name, { factories, made }) ?? zero] as const);
  const unmade = path.filter(([, id]) => typeof id === 'string').map(([name]) => name);
  const request = { ...stub.request, ...(ids.length === 0 ? {} : { params: { path: Object.fromEntries(path) } }) };
  return { text: textOf(stub, { request, made }), unmade };
}

interface Making {
  readonly factories: string;
  /** Noun -> the statement that creates the resource, in order of execution. */
  readonly made: Map<string, string>;
}

function idOf(parameter: string, making: Making): SourceText | undefined {
  const own = ofAccount[parameter];
  if (own !== undefined) return new SourceText(own);
  const noun = /^(\w+)_id$/.exec(parameter)?.[1];
  return noun !== undefined && addFactoryCall(noun, making) ? new SourceText(`${camelCase(noun)}.id`) : undefined;
}

/**
 * Adds the statement that creates a task, after the one for the project that `createTask` needs. Returns whether there
 * is a factory.
 */
function addFactoryCall(noun: string, making: Making): boolean {
  if (making.made.has(noun)) return true;
  const factory = `create${pascal(noun)}`;
  const signature = new RegExp(`\\bfunction ${factory}\\(\\s*\\{ v2 \\}: Pick<Account, 'v2'>,\\s*(\\w+)`);
  const [, second] = signature.exec(making.factories) ?? [];
  if (second === undefined) return false;
  const given = addFactoryCall(second, making) ? ['account', camelCase(second)] : ['account'];
  making.made.set(noun, `const ${camelCase(noun)} = await ${factory}(${given.join(', ')});`);
  return true;
}

const pascal = (noun: string): string => pascalCase(noun.replaceAll('_', '-'));
const camelCase = (noun: string): string => noun.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());

function textOf(stub: Stub, { request, made }: { request: object; made: ReadonlyMap<string, string> }): string {
  const support = stub.version === 'v1' ? '../../../support' : '../../support';
  const title = `${stub.version} ${stub.id} ${stub.method} ${stub.path.replace(`/api/${stub.version}`, '')}`;
  const sent = Object.keys(request).length === 0 ? '' : `, ${render(request)}`;
  const names = [...made.keys()].map((noun) => `create${pascal(noun)}`);
  const factories = names.length === 0 ? '' : `import { ${names.join(', ')} } from '${support}/factories.ts';\n`;
  return `import { expect } from 'chai';
import { createAccount } from '${support}/accounts.ts';
import { useApp } from '${support}/app.ts';
${factories}
describe('${title}', () => {
  const app = useApp();

  describe('${stub.status}', () => {
    it('succeeds with the example request', async () => {
      ${['const account = await createAccount(app);', ...made.values()].join('\n      ')}
      const { response } = await account.${stub.version}.${stub.method}('${stub.path}'${sent});
      expect(response.status).to.equal(${stub.status});
    });
  });
});
`;
}
