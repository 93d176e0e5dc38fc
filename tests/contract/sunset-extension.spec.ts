import { expect } from 'chai';
import { operations } from '../../generated/v1/operations.ts';
import { DAY_MS } from '../../src/platform/durations.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { forEach } from '../support/every-operation.ts';
import { sampleRequest, send } from '../support/sample-request.ts';
import { nowhere } from '../support/world.ts';

const RETIRED = 410;

describe('SUNSET_EXTENSION_DAYS', () => {
  const app = useApp({ settings: { SUNSET_EXTENSION_DAYS: '30' } });
  const ends = Math.max(...operations.map(({ deprecation }) => Date.parse(deprecation.sunset)));
  const moveTo = (time: number): void => app.clock.advance(time - app.clock.now().getTime());
  const v1 = documentedOperations.filter(({ version }) => version === 'v1');

  describe('serves what is deprecated for so many days beyond its sunset', () => {
    forEach(v1, async (operation) => {
      moveTo(ends + 29 * DAY_MS);
      expect((await send(app, sampleRequest(operation, nowhere))).status).not.to.equal(RETIRED);
    });
  });

  describe('and no longer', () => {
    forEach(v1, async (operation) => {
      moveTo(ends + 30 * DAY_MS);
      expect((await send(app, sampleRequest(operation, nowhere))).status).to.equal(RETIRED);
    });
  });
});
