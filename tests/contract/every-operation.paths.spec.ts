import { expect } from 'chai';
import { createAccount, createSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { forEach, nameOf, secured, takes } from '../support/every-operation.ts';
import { bearer, sampleRequest, type Sample } from '../support/sample-request.ts';
import { brokenSegmentsOf, encoded, lookAlikesOf, spellingsOf } from '../support/spellings.ts';
import { createWorld, type World } from '../support/world.ts';

interface Outcome {
  readonly status: number;
  readonly code: unknown;
}

describe('every operation: how its path is written', () => {
  const app = useApp();
  let world: World;
  let foreign: World;

  before(async () => {
    // No operators: every organization is theirs to see.
    world = await createWorld(app, await createAccount(app));
    foreign = await createWorld(app, await createAccount(app));
  });

  async function request(sample: Sample, target: string, headers: Readonly<Record<string, string>>): Promise<Response> {
    return checkedFetch(app.url + target, {
      method: sample.method,
      headers: { ...sample.headers, ...headers },
      ...(sample.body === undefined ? {} : { body: sample.body }),
    });
  }

  async function outcomeOf(response: Response): Promise<Outcome> {
    const text = await response.text();
    const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: response.status, code: body['code'] };
  }

  const namesOf = ({ path }: DocumentedOperation): string[] =>
    [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!);
  const templated = secured.filter(({ path }) => path.includes('{'));

  /** Each of the path's ids in each of the forms, the others as they are. */
  function* variantsOf(
    operation: DocumentedOperation,
    ids: World['ids'],
    forms: (id: string) => Readonly<Record<string, string>>,
  ): Generator<readonly [what: string, sample: Sample]> {
    for (const name of namesOf(operation)) {
      for (const [form, text] of Object.entries(forms(ids[name]!))) {
        yield [`${name}: ${form}`, sampleRequest(operation, { ...world.ids, ...ids, [name]: text })];
      }
    }
  }

  describe('an id of another organization is as foreign in every spelling', () => {
    forEach(templated, async (operation) => {
      const session = await createSession(app, world.owner);
      const ids = Object.fromEntries(namesOf(operation).map((name) => [name, foreign.ids[name]!]));
      for (const headers of [bearer(session), bearer(world.owner)]) {
        const plain = sampleRequest(operation, { ...world.ids, ...ids });
        const expected = await outcomeOf(await request(plain, plain.target, headers));
        expect(expected.status).to.be.oneOf([403, 404]);
        for (const [what, sample] of variantsOf(operation, ids, spellingsOf)) {
          expect(await outcomeOf(await request(plain, sample.target, headers)), what).to.deep.equal(expected);
        }
      }
    });
  });

  describe('what only looks like an id is none, and nothing stands in for it', () => {
    forEach(templated, async (operation) => {
      const headers = bearer(await createSession(app, world.owner));
      const plain = sampleRequest(operation, world.ids);
      for (const [what, sample] of variantsOf(operation, world.ids, lookAlikesOf)) {
        const outcome = await outcomeOf(await request(plain, sample.target, headers));
        expect(outcome, what).to.deep.equal({ status: 400, code: 'validation_failed' });
      }
      for (const [what, sample] of variantsOf(operation, world.ids, brokenSegmentsOf)) {
        const outcome = await outcomeOf(await request(plain, sample.target, headers));
        expect(outcome, what).to.deep.equal({ status: 404, code: 'not_found' });
      }
    });

    it('leaves the home organization as it was', async () => {
      const { organization_id } = world.owner;
      const rows = await app.query('SELECT version FROM organizations WHERE id = $1', [organization_id]);
      expect(rows).to.deep.equal([{ version: 1 }]);
    });
  });

  describe('an own id is the same in every spelling', () => {
    const reads = templated.filter(({ method, written }) => method === 'GET' && written['x-role'] !== 'operator');
    forEach(reads, async (operation) => {
      // A session: what a key has been used for changes with every request.
      const headers = bearer(world.session);
      const plain = sampleRequest(operation, world.ids);
      const expected = await request(plain, plain.target, headers);
      expect(expected.status).to.equal(200);
      const text = await expected.text();
      for (const [what, sample] of variantsOf(operation, world.ids, spellingsOf)) {
        const response = await request(plain, sample.target, headers);
        expect([response.status, await response.text()], what).to.deep.equal([200, text]);
      }
    });
  });

  describe('X-Organization-Id names the organization in every spelling, and no other', () => {
    const choosing = documentedOperations.filter(takes('X-Organization-Id')).filter(({ method }) => method === 'GET');
    forEach(choosing, async (operation) => {
      const headers = bearer(await createSession(app, world.owner));
      const sample = sampleRequest(operation, world.ids);
      for (const [id, status] of [
        [world.owner.organization_id.toUpperCase(), 200],
        [foreign.owner.organization_id.toUpperCase(), 404],
        [encoded(world.owner.organization_id), 400],
        [`{${world.owner.organization_id}}`, 400],
        [`${world.owner.organization_id}, ${foreign.owner.organization_id}`, 400],
      ] as const) {
        const response = await request(sample, sample.target, { ...headers, 'x-organization-id': id });
        expect(response.status, id).to.equal(status);
      }
    });
  });

  describe('X-Organization-Id says nothing to operations that do not take it', () => {
    const others = secured.filter((operation) => !takes('X-Organization-Id')(operation));
    forEach(
      others.filter(({ method }) => method === 'GET'),
      async (operation) => {
        const operator = await createWorld(app);
        for (const id of [foreign.owner.organization_id, 'no id']) {
          const sample = sampleRequest(operation, operator.ids);
          const headers = { ...bearer(operator.session), 'x-organization-id': id };
          const response = await request(sample, sample.target, headers);
          expect(response.status, `${nameOf(operation)} ${await response.text()}`).to.equal(200);
        }
      },
    );
  });

  describe('the names in the path are the same when they are encoded', () => {
    for (const path of new Set(documentedOperations.map((operation) => operation.path))) {
      it(path, async () => {
        const { target } = sampleRequest(
          documentedOperations.find((operation) => operation.path === path)!,
          world.ids,
        );
        const [pathname = ''] = target.split('?');
        for (const written of [
          pathname.replace(/[a-z]/, encoded),
          pathname.replaceAll(/[a-z]/g, encoded),
          pathname.replaceAll(/[a-z]/g, (letter) => encoded(letter).toLowerCase()),
        ]) {
          // OPTIONS says what the path offers, whoever asks.
          const [plain, other] = await Promise.all(
            [pathname, written].map(async (one) => {
              const response = await checkedFetch(app.url + one, { method: 'OPTIONS' });
              return [response.status, response.headers.get('allow')];
            }),
          );
          expect(other, written).to.deep.equal(plain);
          expect(plain![0]).to.equal(204);
        }
      });
    }
  });
});
