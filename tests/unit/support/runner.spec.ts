import { expect } from 'chai';
import { documentedOperations } from '../../support/contract/document.ts';
import { judge } from '../../support/runner/coverage-stage.ts';
import { declaredCodes, isReachable } from '../../support/contract/declared-codes.ts';
import { drawMatrix, findHoles, findStrangers } from '../../support/runner/matrix-stage.ts';
import { runStages } from '../../support/runner/schedule.ts';
import { commandStage, countingStage, type Stage } from '../../support/runner/stage.ts';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const silent = (): void => undefined;

function program(code: string): readonly string[] {
  return [process.execPath, '-e', code];
}

async function outcomeOf(stage: Stage): Promise<readonly [passed: number, failed: number]> {
  const [done] = await runStages([stage], 1, silent);
  return [done!.passed, done!.failures.length];
}

describe('the runner of make test', () => {
  it('counts a program that passes or fails as a whole', async () => {
    expect(await outcomeOf(commandStage('a', program('')))).to.deep.equal([1, 0]);
    expect(await outcomeOf(commandStage('a', program('process.exitCode = 3')))).to.deep.equal([0, 1]);
  });

  it('takes the counts that a program prints', async () => {
    expect(await outcomeOf(countingStage('a', program('console.log("12 passed, 0 failed")')))).to.deep.equal([12, 0]);
    const failing = program('console.log("12 passed, 2 failed"); process.exitCode = 1');
    expect(await outcomeOf(countingStage('a', failing))).to.deep.equal([12, 2]);
  });

  it('fails a program that claims success but ends badly, or says nothing', async () => {
    const lying = program('console.log("12 passed, 0 failed"); process.exitCode = 1');
    expect(await outcomeOf(countingStage('a', lying))).to.deep.equal([12, 1]);
    expect(await outcomeOf(countingStage('a', program('')))).to.deep.equal([0, 1]);
  });

  it('fails a stage in which no test ran, and one that breaks down', async () => {
    expect(await outcomeOf({ title: 'a', run: async () => ({ passed: 0, failures: [] }) })).to.deep.equal([0, 1]);
    expect(await outcomeOf({ title: 'a', run: () => Promise.reject(new Error('gone')) })).to.deep.equal([0, 1]);
  });

  it('begins a stage after those it names, and runs no more at a time than there are lanes', async () => {
    const begun: string[] = [];
    let running = 0;
    const stage = (title: string, more: Partial<Stage> = {}): Stage => ({
      title,
      ...more,
      run: async () => {
        begun.push(title);
        running += 1;
        expect(running).to.be.at.most(more.isAlone === true ? 1 : 2);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return { passed: 1, failures: [] };
      },
    });
    const stages = [
      stage('last', { after: ['b', 'c'] }),
      stage('a', { isAlone: true }),
      stage('b'),
      stage('c'),
      stage('d'),
    ];
    const finished = await runStages(stages, 2, silent);
    expect(finished.flatMap(({ failures }) => failures)).to.deep.equal([]);
    expect(begun.slice(0, 3)).to.deep.equal(['a', 'b', 'c']);
    expect(begun.indexOf('last')).to.be.greaterThan(2);
  });
});

describe('coverage', () => {
  const half = { total: 100, covered: 50 };
  const full = { total: 100, covered: 100 };

  it('judges every folder by itself, and what is above it by the sum', () => {
    const { passed, failures } = judge({
      total: { lines: full, branches: full },
      [join(root, 'src/good/a.ts')]: { lines: full, branches: full },
      [join(root, 'src/good/bad/b.ts')]: { lines: full, branches: half },
    });
    expect(passed).to.equal(2);
    expect(failures).to.have.length(1);
    expect(failures[0]).to.match(/src\/good\/bad .*lines 100\.0 % .*branches {2}50\.0 %/);
  });
});

describe('the matrix', () => {
  const operation = documentedOperations.find(({ version, id }) => version === 'v2' && id === 'createProject')!;
  const codes = new Set(declaredCodes(operation).filter((code) => isReachable(operation, code)));
  const reachAll = new Map(
    Object.keys(operation.responses).map((status) => [`v2 createProject ${status}`, new Set(['-'])]),
  ).set('v2 createProject 409', codes);

  it('names declared statuses that no test reached', () => {
    const cells = new Map([...reachAll].filter(([cell]) => !cell.endsWith(' 404')));
    expect(findHoles(operation, cells)).to.deep.equal(['404']);
    expect(drawMatrix([operation], cells)).to.match(/ - /);
  });

  it('finds no hole once every status and every named code was seen', () => {
    expect(findHoles(operation, reachAll)).to.deep.equal([]);
    expect(drawMatrix([operation], reachAll)).not.to.match(/ - /);
  });

  it('names codes that are declared, by the operation or by what makes them possible, and were never seen', () => {
    expect([...codes]).to.include.members(['project_key_taken', 'csrf_failed', 'insufficient_scope', 'overloaded']);
    for (const code of codes) {
      const others = new Set([...codes].filter((one) => one !== code));
      const cells = new Map([...reachAll, ['v2 createProject 409', others]]);
      expect(findHoles(operation, cells)).to.deep.equal([code]);
    }
  });

  it('names codes that were seen and are not declared', () => {
    expect(findStrangers(operation, reachAll)).to.deep.equal([]);
    const cells = new Map([...reachAll, ['v2 createProject 403', new Set(['forbidden', 'comment_not_yours'])]]);
    expect(findStrangers(operation, cells)).to.deep.equal(['comment_not_yours']);
  });
});
