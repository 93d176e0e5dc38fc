import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { bundleDocuments } from '../../../../src/documents/generate/bundle.ts';
import { operationsOf, type Document } from '../../../../src/documents/generate/document.ts';
import { hasOwnResponse, withProblemExamples } from '../../../../src/documents/generate/problem-examples.ts';
import { isRef } from '../../../../src/documents/reader/reference.ts';
import { downgrade } from '../../../../src/documents/downgrade.ts';
import { asJson } from '../../../../src/documents/reader/json.ts';
import { documents } from '../../../support/contract/document.ts';

const openapi = join(import.meta.dirname, '../../../../openapi');
const versions = ['v1', 'v2'] as const;

const namesIn = (document: object): string[] =>
  Object.values(asJson(asJson(document)['components'])).flatMap((section) => Object.keys(asJson(section)));

describe('the names of components', () => {
  for (const version of versions) {
    for (const [dialect, document] of [
      ['3.1', documents[version]],
      ['3.0', downgrade({ ...documents[version] })],
    ] as const) {
      it(`are identifiers of at most 60 characters in ${version} as OpenAPI ${dialect}`, () => {
        const names = namesIn(document);
        expect(names.length).to.be.greaterThan(100);
        expect(names.filter((name) => !/^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(name))).to.deep.equal([]);
      });

      it(`are unique among types, without case and underscores, in ${version} as OpenAPI ${dialect}`, () => {
        const folded = new Map<string, string[]>();
        for (const name of namesIn(document)) {
          const key = name.replaceAll('_', '').toLowerCase();
          folded.set(key, [...(folded.get(key) ?? []), name]);
        }
        expect([...folded.values()].filter((same) => same.length > 1)).to.deep.equal([]);
      });
    }
  }

  describe('when an operation gets one more problem code', () => {
    let catalogue: Record<string, { readonly status: number }>;
    let bundled: Record<(typeof versions)[number], Document>;

    before(async function () {
      this.timeout(60_000);
      catalogue = parse(await readFile(join(openapi, 'shared/problems.yaml'), 'utf8')) as typeof catalogue;
      bundled = await bundleDocuments(openapi);
    });

    for (const version of versions) {
      it(`stay as they are in ${version}, in every operation and for every code that it may have`, () => {
        let added = 0;
        const paths = Object.fromEntries(
          Object.entries(bundled[version].paths).map(([path, item]) => [path, { ...item }]),
        );
        for (const { path, method, operation } of operationsOf(bundled[version])) {
          const fitting = Object.keys(catalogue).filter((code) => {
            const status = String(catalogue[code]?.status);
            return status in operation.responses && hasOwnResponse(operation, status);
          });
          added += fitting.length;
          paths[path] = { ...paths[path], [method]: { ...operation, 'x-problems': fitting } };
        }
        expect(added).to.be.greaterThan(300);
        const before = withProblemExamples(bundled[version], catalogue);
        const after = withProblemExamples({ ...bundled[version], paths }, catalogue);
        expect(Object.keys(after.components?.['responses'] ?? {})).to.deep.equal(
          Object.keys(before.components?.['responses'] ?? {}),
        );
        expect(referencesOf(after)).to.deep.equal(referencesOf(before));
      });
    }
  });
});

/** Operation and status -> the reference of the response, or `own`. */
function referencesOf(document: Document): Record<string, string> {
  return Object.fromEntries(
    operationsOf(document).flatMap(({ operation }) =>
      Object.entries(operation.responses).map(([status, response]) => [
        `${operation.operationId} ${status}`,
        isRef(response) ? response.$ref : 'own',
      ]),
    ),
  );
}
