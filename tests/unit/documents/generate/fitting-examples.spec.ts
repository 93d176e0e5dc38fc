import { expect } from 'chai';
import { documentedOperations, exampleResponse, type DocumentedOperation } from '../../../support/contract/document.ts';
import { forEach } from '../../../support/every-operation.ts';

// What the generator adds to the examples of a response must fit its body, its path and its operation. Whether each
// example is valid by itself is tested in tests/contract/documented-examples.spec.ts.

const successOf = ({ responses }: DocumentedOperation) =>
  Object.entries(responses).find(([status]) => status.startsWith('2'))!;

function headerExample(operation: DocumentedOperation, name: string): unknown {
  const [, { headers }] = successOf(operation);
  return headers[name]?.example;
}

/** The version of the resource in the first example of the success; undefined if it has none. */
function exampleVersion(operation: DocumentedOperation): number | undefined {
  const [status] = successOf(operation);
  return (exampleResponse(operation, Number(status)) as { readonly version?: number } | null | undefined)?.version;
}

describe('the example of ETag is the version in the body', () => {
  const versioned = documentedOperations.filter(
    (operation) => headerExample(operation, 'ETag') !== undefined && exampleVersion(operation) !== undefined,
  );
  forEach(versioned, (operation) => {
    expect(headerExample(operation, 'ETag')).to.equal(`"${exampleVersion(operation)}"`);
    return Promise.resolve();
  });
});

describe('the example of Link leads to the next page of the same list', () => {
  // A path with parameters keeps the shared example.
  const lists = documentedOperations.filter(
    ({ path, responses }) => !path.includes('{') && String(responses['200']?.headers['Link']?.example).includes('next'),
  );
  forEach(lists, (operation) => {
    expect(String(headerExample(operation, 'Link')).split('?')[0]).to.equal(`<${operation.path}`);
    return Promise.resolve();
  });
});

/** The codes of the examples of a response, in their order. */
function exampleCodes({ content = {} }: DocumentedOperation['responses'][string]): string[] {
  const [{ examples = {} } = {}] = Object.values(content);
  return Object.keys(examples);
}

describe("the examples of a problem begin with one of the operation's own, if there is one", () => {
  const isOwn = ({ written }: DocumentedOperation, code = ''): boolean =>
    written['x-problems']?.includes(code) === true;
  const withOwn = (operation: DocumentedOperation): string[][] =>
    Object.values(operation.responses)
      .map(exampleCodes)
      .filter((codes) => codes.some((code) => isOwn(operation, code)));
  const specific = documentedOperations.filter((operation) => withOwn(operation).length > 0);
  forEach(specific, (operation) => {
    const misplaced = withOwn(operation).filter(([first]) => !isOwn(operation, first));
    expect(misplaced).to.deep.equal([]);
    return Promise.resolve();
  });
});
