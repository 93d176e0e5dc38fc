import type { Outcome, Stage } from './stage.ts';

export interface Finished extends Outcome {
  readonly title: string;
  readonly seconds: number;
}

type Print = (line: string) => void;

async function runStage(stage: Stage, print: Print): Promise<Finished> {
  const startedAt = performance.now();
  print(`${stage.title}: started`);
  let outcome: Outcome;
  try {
    outcome = await stage.run((line) => {
      print(`${stage.title}: ${line}`);
    });
  } catch (error) {
    outcome = { passed: 0, failures: [`the stage itself failed\n${String(error)}`] };
  }
  const isEmpty = outcome.passed + outcome.failures.length === 0;
  const failures = isEmpty ? ['no test ran in this stage'] : outcome.failures;
  const seconds = (performance.now() - startedAt) / 1000;
  print(`${stage.title}: ${outcome.passed} passed, ${failures.length} failed in ${seconds.toFixed(1)} s`);
  for (const failure of failures) print(`\n--- ${stage.title}: ${failure}\n`);
  return { title: stage.title, passed: outcome.passed, failures, seconds };
}

function mayBegin(stage: Stage, finished: readonly Finished[], running: ReadonlyMap<Stage, unknown>): boolean {
  const isReady = (stage.after ?? []).every((title) => finished.some((done) => done.title === title));
  const isFree = stage.isAlone === true ? running.size === 0 : ![...running.keys()].some((other) => other.isAlone);
  return isReady && isFree;
}

/**
 * Runs the stages in their order, up to `lanes` at a time, each after the stages in its `after`.
 * @throws Error if a stage waits for one that is not in the list
 */
export async function runStages(stages: readonly Stage[], lanes: number, print: Print): Promise<Finished[]> {
  const waiting = [...stages];
  const running = new Map<Stage, Promise<void>>();
  const finished: Finished[] = [];
  while (waiting.length + running.size > 0) {
    const next = running.size < lanes ? waiting.find((stage) => mayBegin(stage, finished, running)) : undefined;
    if (next !== undefined) {
      waiting.splice(waiting.indexOf(next), 1);
      const end = runStage(next, print).then((done) => {
        finished.push(done);
        running.delete(next);
      });
      running.set(next, end);
    } else {
      if (running.size === 0) throw new Error(`${waiting[0]?.title ?? ''} waits for a stage that never runs`);
      await Promise.race(running.values());
    }
  }
  return finished;
}
