import { expect } from 'chai';
import { catalogue } from '../../../../generated/problems.ts';
import { problemDetail } from '../../../../src/problems/problem-text.ts';
import { documentedOperations, documents, type DocumentedOperation } from '../../../support/contract/document.ts';

type Code = keyof typeof catalogue;

/** The detail of the code, with the values of problems.yaml. */
const detailOf = (code: Code): string => {
  const { detail, params = {} }: { readonly detail: string; readonly params?: object } = catalogue[code];
  return problemDetail(detail, params as Readonly<Record<string, unknown>>);
};

const named = (operation: DocumentedOperation, status: number): Record<string, { $ref?: string }> => {
  const [media] = Object.values(operation.responses[String(status)]?.content ?? {});
  return (media?.examples ?? {}) as Record<string, { $ref?: string }>;
};

describe('examples of problems in the documents', () => {
  it('exist for every code of an operation', () => {
    for (const operation of documentedOperations) {
      for (const code of operation.written['x-problems'] ?? []) {
        const { status } = catalogue[code as Code];
        expect(Object.keys(named(operation, status)), operation.id).to.include(code);
      }
    }
  });

  it('are references in the responses that operations do not share', () => {
    for (const operation of documentedOperations) {
      for (const status of [403, 409]) {
        for (const [code, example] of Object.entries(named(operation, status)))
          expect(example.$ref, `${operation.id} ${status}`).to.equal(`#/components/examples/problem_${code}`);
      }
    }
  });

  it('exist only if the placeholders of the code can be filled', () => {
    const find = (id: string): DocumentedOperation =>
      documentedOperations.find((one) => one.version === 'v2' && one.id === id)!;
    expect(Object.keys(named(find('getTask'), 403))).not.to.include('csrf_failed');
    expect(Object.keys(named(find('deleteTask'), 403))).to.include.members(['csrf_failed', 'insufficient_scope']);
    expect(Object.keys(named(find('deleteTask'), 409))).not.to.include('idempotency_in_progress');
    expect(Object.keys(named(find('createTask'), 409))).to.include('idempotency_in_progress');
  });

  it('have the texts of the catalogue with filled placeholders', () => {
    const { components } = documents.v2 as unknown as {
      components: { examples: Record<string, { value: Record<string, unknown> }> };
    };
    const examples = Object.entries(components.examples).filter(([name]) => name.startsWith('problem_'));
    expect(examples.length).to.be.greaterThan(10);
    for (const [name, { value }] of examples) {
      const code = name.slice('problem_'.length) as Code;
      const { status, title } = catalogue[code];
      expect(value).to.include({ code, status, title, type: `/api/problems/${code}` });
      expect(value['detail'], code).to.equal(detailOf(code));
    }
  });

  it('name a request of an operation that returns the code', () => {
    const { components } = documents.v2 as unknown as {
      components: { examples: Record<string, { value: Record<string, unknown> }> };
    };
    const v2 = documentedOperations.filter((one) => one.version === 'v2');
    for (const [name, { value }] of Object.entries(components.examples)) {
      const code = name.slice('problem_'.length);
      const paths = v2.filter(({ written }) => written['x-problems']?.includes(code)).map(({ path }) => path);
      // The example of `forbidden` is written by hand and shared with operations that return it for their role alone.
      if (!name.startsWith('problem_') || code === 'forbidden' || paths.length === 0) continue;
      const patterns = paths.map((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/{}]+')}$`));
      expect(
        patterns.some((pattern) => pattern.test(String(value['instance']))),
        `${code} ${String(value['instance'])}`,
      ).to.equal(true);
    }
  });

  it('have the texts of the catalogue where they are written by hand', () => {
    let count = 0;
    for (const { version, id, responses, written } of documentedOperations) {
      const values = Object.values(responses).flatMap(({ content = {} }) =>
        Object.values(content).flatMap(({ examples = {} }) => Object.values(examples)),
      );
      for (const example of values) {
        const value = 'value' in example ? (example.value as Record<string, unknown> | null) : null;
        const code = value?.['code'];
        if (typeof code !== 'string' || !(code in catalogue)) continue;
        count += 1;
        const text = value?.['detail'] ?? value?.['message'];
        const ofClass = detailOf(code as Code).replace('class write', `class ${written['x-rate-limit']}`);
        expect([detailOf(code as Code), ofClass], `${version} ${id}: ${code}`).to.include(text);
      }
    }
    expect(count).to.be.greaterThan(500);
  });
});
