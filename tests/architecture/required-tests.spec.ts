import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const root = join(import.meta.dirname, '../..');

/** What must be tested under a name of its own, and the least number of tests under all names that begin alike. */
const required = {
  APIContract: { names: ['AuthLogin', 'UserCRUD', 'ProjectQueries'], testsMin: 30 },
  ResponseSchema: { names: ['UserObject', 'ProjectList', 'ErrorResponse'], testsMin: 20 },
  APIVersioning: { names: ['BackwardCompatibility', 'ContentNegotiation'], testsMin: 10 },
  Security: {
    names: ['SQLInjectionPrevention', 'CSRFTokenValidation', 'AuthenticationBypass', 'PasswordPolicy', 'AccessControl'],
    testsMin: 20,
  },
} as const;

/** Outermost describes, and how often `it` is written inside; what a loop or a helper makes of one is not counted. */
const written = globSync('tests/{contract,security}/*.spec.ts', { cwd: root }).flatMap((file) =>
  readFileSync(join(root, file), 'utf8')
    .split(/^describe\(/m)
    .slice(1)
    .map((block) => ({
      title: /^['"`](.*?)['"`]/.exec(block)?.[1] ?? '',
      tests: [...block.matchAll(/^\s+it\(/gm)].length,
    })),
);

describe('tests that must be there', () => {
  for (const [prefix, { names, testsMin }] of Object.entries(required)) {
    for (const name of names) {
      it(`${prefix}_${name}`, () => {
        const titles = written.map(({ title }) => title.split(/\W/)[0]);
        expect(titles).to.include(`${prefix}_${name}`);
      });
    }

    it(`${prefix}: ${testsMin} at least`, () => {
      const found = written.filter(({ title }) => title.startsWith(`${prefix}_`));
      expect(found.reduce((sum, { tests }) => sum + tests, 0)).to.be.at.least(testsMin);
    });
  }
});
