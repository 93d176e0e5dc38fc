import { expect } from 'chai';
import { compareOutput } from '../support/guides/compare.ts';
import { readGuides, readStart } from '../support/guides/guide.ts';
import { walk, type Walk } from '../support/guides/run-guide.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

// docs/guides as a reader walks through them, on a server as `make run` starts it, with the demo in an empty database.
describe('docs/guides', function () {
  this.timeout(120_000);
  const start = readStart();
  let server: ServerProcess;
  let environment: Readonly<Record<string, string>>;

  before(async () => {
    // As `make run`, but for the limits: a reader takes longer over a page.
    const limits = { RATE_LIMIT_ENABLED: 'true', RATE_LIMIT_AUTH: '10000', RATE_LIMIT_WRITE: '10000' };
    server = await prepareServer({ NODE_ENV: 'development', ...limits });
    await server.start();
    environment = { PORT: new URL(server.url).port, DATA_DIR: server.dataDir };
  });
  after(() => server.remove());

  for (const guide of readGuides()) {
    describe(guide.name, () => {
      let walked: Walk;
      before(async () => {
        walked = await walk(start, guide, environment);
      });

      for (const [index, { title, line, shown }] of guide.steps.entries()) {
        it(`${title} (line ${line})`, () => {
          const output = walked.outputs[index];
          if (output === undefined) expect.fail('a step before it failed, see "ends well"');
          const differences = compareOutput(shown, output);
          if (differences.length > 0) expect.fail(differences.join('\n'));
        });
      }

      it('ends well', () => {
        expect(walked.failure).to.equal(undefined);
      });
    });
  }
});
