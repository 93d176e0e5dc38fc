import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { adoptDocument } from '../../src/documents/generate/adopt.ts';
import type { Document } from '../../src/documents/generate/document.ts';
import { operationsOf as readOperations } from '../../src/documents/reader/operations.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { compileContract } from '../../src/documents/generate/compile-contract.ts';
import { typesFile } from '../../src/documents/generate/types-file.ts';
import type { AnyHandler, AnyResponse, EngineOptions } from '../../src/contract/options.ts';
import { AppError } from '../../src/problems/app-error.ts';
import { bearerAuth, serveEngine, type ServedEngine } from '../support/engine/served-engine.ts';
import { loadValidators, type CompiledDocument } from '../support/contract/compile-document.ts';
import { documents, filesLike, leftOut, type ForeignDocument } from './documents.ts';
import { brokenOf, draftOf, send, sentOf, type Sent } from './exercise.ts';
import { brokenResponses, goodResponses } from './responses.ts';
import { ungivable, unreachable } from './unreachable.ts';

// The generator and the engine take documents that nobody here wrote: they are generated from, started, and every
// operation is routed and validated. What it costs is printed.

const tastes = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((variant) => [
  { variant, isFull: true },
  { variant, isFull: false },
  { variant, isFull: false, isApart: true },
  { variant, isFull: true, isApart: true },
]);

interface Script {
  response: AnyResponse | undefined;
}

interface Started extends CompiledDocument {
  readonly document: Document;
  readonly served: ServedEngine;
  readonly script: Script;
  /** Responses that are declared and were refused, with the number of operations. */
  readonly pending: Map<string, number>;
}

describe('foreign documents', function () {
  this.timeout(300_000);

  for (const foreign of documents) {
    it(foreign.name, async () => {
      const cost = new Cost(foreign.name);
      const started = await start(foreign, cost);
      try {
        const problems = await exercise(foreign, started);
        cost.passed('requests');
        expect(problems, problems.join('\n')).to.deep.equal([]);
        expect(Object.fromEntries(started.pending)).to.deep.equal(ungivableOf(foreign));
        const nowhere = await send(started.served.url, {
          method: 'GET',
          target: '/no/such/path',
          headers: {},
          body: undefined,
        });
        expect(nowhere.status).to.equal(404);
      } finally {
        await started.served.close();
        cost.print();
      }
    });
  }

  it('are left out only as long as they are there', () => {
    for (const pattern of Object.keys(leftOut)) expect(filesLike(pattern), pattern).not.to.be.empty;
    const names = documents.map(({ name }) => name);
    const listed = [...Object.keys(unreachable), ...Object.keys(ungivable)];
    expect(listed.filter((place) => !names.includes(place.split(' ')[0] ?? ''))).to.deep.equal([]);
  });
});

function ungivableOf({ name }: ForeignDocument): Record<string, number> {
  const own = Object.entries(ungivable).filter(([place]) => place.startsWith(`${name} `));
  return Object.fromEntries(own.map(([place, { operations }]) => [place.slice(name.length + 1), operations]));
}

async function start({ file }: ForeignDocument, cost: Cost): Promise<Started> {
  const written = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  cost.passed('read');
  const { document, omitted } = adoptDocument(written);
  cost.sizes.push(`${omitted.length} left out`);
  const { tables, validators: text } = compileContract({ v1: document, v2: document }, 'foreign');
  cost.passed('generated');
  cost.sizes.push(`validators ${kilobytes(text)}`);
  const types = await typesFile(document);
  cost.passed('types');
  cost.sizes.push(`types ${kilobytes(types)}`);
  const validators = await loadValidators(text);
  const operations = tables.v2;
  const unserved = omitted.filter((what) => /is not served(?: by itself)?$/.test(what));
  expect(operations.length + unserved.length, 'operations that are served or named').to.equal(countOf(written));
  cost.sizes.push(`${operations.length} operations`);
  const script: Script = { response: undefined };
  const handlers = Object.fromEntries(operations.map(({ id }) => [id, handlerOf(id, script)]));
  const schemes = Object.keys(document.components?.['securitySchemes'] ?? {});
  const security = Object.fromEntries(schemes.map((name) => [name, () => bearerAuth({ token: 'viewer' } as never)]));
  const served = await serveEngine(handlers, {
    document: document as unknown as EngineOptions['document'],
    operations,
    validators,
    handlers,
    security,
  });
  cost.passed('started');
  return { document, operations, validators, served, script, pending: new Map() };
}

/** How many operations the author wrote, by whatever method. */
function countOf(written: Record<string, unknown>): number {
  return readOperations(written).filter(({ path }) => path.startsWith('/')).length;
}

/** Returns what the script says; without one, that it was reached. */
function handlerOf(id: string, script: Script): AnyHandler {
  return () =>
    script.response === undefined
      ? Promise.reject(new AppError('reached', 418, { operation: id }))
      : Promise.resolve(script.response);
}

/** Every operation: a good request reaches its handler, and each broken one is refused. Returns what went otherwise. */
async function exercise({ name }: ForeignDocument, started: Started): Promise<string[]> {
  const { document, operations, validators, served } = started;
  const problems: string[] = [];
  for (const row of operations) {
    const place = `${name} ${row.method} ${row.path}`;
    const results: string[] = [];
    for (const taste of tastes) {
      const draft = draftOf(document, row, taste);
      const reached = await send(served.url, sentOf(row, draft));
      if (reached.status !== 418) {
        results.push(`${reached.status} ${reached.code} ${JSON.stringify(reached.violations)}`);
        continue;
      }
      results.length = 0;
      if (reached.operation !== row.id) problems.push(`${place}: reached ${String(reached.operation)}`);
      for (const { name: what, sent, status } of brokenOf(row, draft, validators)) {
        const refusal = await send(served.url, sent);
        if (refusal.status !== status)
          problems.push(`${place}: ${what} was answered with ${refusal.status} ${refusal.code}`);
      }
      problems.push(
        ...(await checkResponses(started, row, sentOf(row, draft))).map((problem) => `${place}: ${problem}`),
      );
      break;
    }
    const isUnreached = results.length > 0;
    if (isUnreached !== place in unreachable) {
      problems.push(isUnreached ? `${place}: not reached: ${results[0]}` : `${place}: listed, and reached after all`);
    }
  }
  return problems;
}

/** Every response that is declared goes out as it is, and none that breaks the contract does. Returns what went otherwise. */
async function checkResponses(started: Started, row: Operation, sent: Sent): Promise<string[]> {
  const { document, validators, served, script, pending } = started;
  const problems: string[] = [];
  const good = goodResponses(document, row, validators, tastes);
  for (const { name, response } of good) {
    script.response = response;
    const { status, code } = await send(served.url, sent);
    if (code === 'contract_violated') pending.set(name, (pending.get(name) ?? 0) + 1);
    else if (status !== response.status) problems.push(`the response ${name} came as ${status} ${code}`);
  }
  for (const { name, response } of good.slice(0, 1).flatMap((trial) => brokenResponses(row, trial, validators))) {
    script.response = response;
    const { status, code } = await send(served.url, sent);
    if (code !== 'contract_violated') problems.push(`a response with ${name} came as ${status} ${code}`);
  }
  script.response = undefined;
  return problems;
}

/** What a document costs, step by step. */
class Cost {
  readonly sizes: string[] = [];
  readonly #name: string;
  readonly #steps: string[] = [];
  #at = performance.now();

  constructor(name: string) {
    this.#name = name;
  }

  passed(step: string): void {
    const now = performance.now();
    this.#steps.push(`${step} ${((now - this.#at) / 1000).toFixed(2)} s`);
    this.#at = now;
  }

  print(): void {
    console.log(`      ${this.#name}: ${[...this.sizes, ...this.#steps].join(', ')}`);
  }
}

function kilobytes(text: string): string {
  return `${Math.round(text.length / 1024)} KB`;
}
