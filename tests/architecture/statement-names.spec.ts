import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const root = join(import.meta.dirname, '../../src');
const statement = /\bname: '([\w.:]+)',\s*text:/g;

// PostgreSQL's driver prepares a statement by its name, and refuses another text under the same one: only when both have run.
describe('named statements', () => {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(statement)].map(([, name]) => name));

  it('are found', () => {
    expect(names).to.include('tasks.find').and.have.length.above(100);
  });

  it('have a name each', () => {
    expect(names.filter((name, at) => names.indexOf(name) !== at)).to.deep.equal([]);
  });
});
