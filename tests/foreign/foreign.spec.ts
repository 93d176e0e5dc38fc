import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { adoptDocument } from '../../src/contract/generate/adopt.ts';
import type { Document } from '../../src/contract/generate/document.ts';
import { compileContract } from '../../src/contract/generate/generate.ts';
import { typesFile } from '../../src/contract/generate/types-file.ts';
import type { EngineOptions } from '../../src/contract/options.ts';
import { AppError } from '../../src/errors/app-error.ts';
import { bearerAuth, serveEngine, type ServedEngine } from '../unit/contract/engine/served-engine.ts';
import { loadValidators, type CompiledDocument } from '../support/contract/compile-document.ts';
import { documents, filesLike, leftOut, type ForeignDocument } from './documents.ts';
import { brokenOf, draftOf, send, sentOf } from './exercise.ts';
import { unreachable } from './unreachable.ts';

// The generator and the engine take documents that nobody here wrote: they are generated from, started, and every
// operation is routed and validated. What it costs is printed.

const tastes = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((variant) => [
  { variant, isFull: true },
  { variant, isFull: false },
  { variant, isFull: false, isApart: true },
  { variant, isFull: true, isApart: true },
]);

interface Started extends CompiledDocument {
  readonly document: Document;
  readonly served: ServedEngine;
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
    expect(Object.keys(unreachable).filter((place) => !names.includes(place.split(' ')[0] ?? ''))).to.deep.equal([]);
  });
});

async function start({ file }: ForeignDocument, cost: Cost): Promise<Started> {
  const written = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  cost.passed('read');
  const document = adoptDocument(written);
  const { tables, validators: text } = compileContract({ v1: document, v2: document }, 'foreign');
  cost.passed('generated');
  cost.sizes.push(`validators ${kilobytes(text)}`);
  const types = await typesFile(document);
  cost.passed('types');
  cost.sizes.push(`types ${kilobytes(types)}`);
  const validators = await loadValidators(text);
  const operations = tables.v2;
  cost.sizes.push(`${operations.length} operations`);
  const handlers = Object.fromEntries(
    operations.map(({ id }) => [id, () => Promise.reject(new AppError('reached', 418, { operation: id }))]),
  );
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
  return { document, operations, validators, served };
}

/** Every operation: a good request reaches its handler, and each broken one is refused. Answers what went otherwise. */
async function exercise(
  { name }: ForeignDocument,
  { document, operations, validators, served }: Started,
): Promise<string[]> {
  const problems: string[] = [];
  for (const row of operations) {
    const place = `${name} ${row.method} ${row.path}`;
    const answers: string[] = [];
    for (const taste of tastes) {
      const draft = draftOf(document, row, taste);
      const answer = await send(served.url, sentOf(row, draft));
      if (answer.status !== 418) {
        answers.push(`${answer.status} ${answer.code} ${JSON.stringify(answer.violations)}`);
        continue;
      }
      answers.length = 0;
      if (answer.operation !== row.id) problems.push(`${place}: reached ${String(answer.operation)}`);
      for (const { name: what, sent, status } of brokenOf(row, draft, validators)) {
        const refusal = await send(served.url, sent);
        if (refusal.status !== status)
          problems.push(`${place}: ${what} was answered with ${refusal.status} ${refusal.code}`);
      }
      break;
    }
    const isUnreached = answers.length > 0;
    if (isUnreached !== place in unreachable) {
      problems.push(isUnreached ? `${place}: not reached: ${answers[0]}` : `${place}: listed, and reached after all`);
    }
  }
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
