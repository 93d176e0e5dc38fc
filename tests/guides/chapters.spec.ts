import { expect } from 'chai';
import { compareOutput } from '../support/guides/compare.ts';
import { readChapters } from '../support/guides/guide.ts';
import { startWith, walk, type Walk } from '../support/guides/run-guide.ts';
import { prepareServer, readDemoKey, type ServerProcess } from '../support/server-process.ts';

// The chapters of the documents as a reader tries them out, who has the address of a server, an API key and the id of a
// project. Each chapter is independent of the others.

/** Output as the chapters show it, with a line break after each response. */
const start = startWith(`curl() { command curl -sS --write-out '\\n' "$@"; }`);
const person = { email: 'lina@harbour.example', name: 'Lina Berg', password: 'seven grey herons 40' };

describe('the chapters of the documents', function () {
  this.timeout(120_000);
  let server: ServerProcess;
  let key: string;

  before(async () => {
    server = await prepareServer({ NODE_ENV: 'development', RATE_LIMIT_ENABLED: 'true' });
    await server.start();
    key = await readDemoKey(server);
    await create('/api/v2/users', person);
  });
  after(() => server.remove());

  async function create(path: string, body: object): Promise<string> {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status, path).to.equal(201);
    return ((await response.json()) as { id: string }).id;
  }

  for (const [index, chapter] of readChapters().entries()) {
    describe(chapter.name, () => {
      let walked: Walk;
      before(async () => {
        const project = await create('/api/v2/projects', { key: `CH${index}`, name: chapter.name });
        await create(`/api/v2/projects/${project}/tasks`, { title: 'Splice the forestay', priority: 'high' });
        walked = await walk(start, chapter, { ARCHITECT_URL: server.url, ARCHITECT_KEY: key, PROJECT: project });
      });

      for (const [step, { title, line, shown }] of chapter.steps.entries()) {
        it(`${title} (line ${line})`, () => {
          const output = walked.outputs[step];
          if (output === undefined) expect.fail('a step before it failed, see "ends well"');
          expect(compareOutput(shown, output)).to.deep.equal([]);
        });
      }

      it('ends well', () => {
        expect(walked.failure).to.equal(undefined);
      });
    });
  }
});
