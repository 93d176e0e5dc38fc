import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const root = join(import.meta.dirname, '../..');

/** By prefix: the names of the required groups of tests, and the least number of tests in all groups of the prefix. */
const required = {
  APIContract: { names: ['AuthLogin', 'UserCRUD', 'ProjectQueries'], testsMin: 30 },
  ResponseSchema: { names: ['UserObject', 'ProjectList', 'ErrorResponse'], testsMin: 20 },
  APIVersioning: { names: ['BackwardCompatibility', 'ContentNegotiation'], testsMin: 10 },
  Security: {
    names: ['SQLInjectionPrevention', 'CSRFTokenValidation', 'AuthenticationBypass', 'PasswordPolicy', 'AccessControl'],
    testsMin: 20,
  },
} as const;

/** The outermost describes with the number of `it` calls inside. Tests that a loop creates from one call count once. */
const written = globSync('tests/{contract,security}/*.spec.ts', { cwd: root }).flatMap((file) =>
  readFileSync(join(root, file), 'utf8')
    .split(/^describe\(/m)
    .slice(1)
    .map((block) => ({
      title: /^['"`](.*?)['"`]/.exec(block)?.[1] ?? '',
      tests: [...block.matchAll(/^\s+it\(/gm)].length,
    })),
);

describe('required tests', () => {
  for (const [prefix, { names, testsMin }] of Object.entries(required)) {
    for (const name of names) {
      it(`${prefix}_${name}`, () => {
        const titles = written.map(({ title }) => title.split(/\W/)[0]);
        expect(titles).to.include(`${prefix}_${name}`);
      });
    }

    it(`${prefix}: at least ${testsMin}`, () => {
      const found = written.filter(({ title }) => title.startsWith(`${prefix}_`));
      expect(found.reduce((sum, { tests }) => sum + tests, 0)).to.be.at.least(testsMin);
    });
  }
});
