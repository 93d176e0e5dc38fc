import { expect } from 'chai';
import documentV2 from '../../../../generated/v2/openapi.json' with { type: 'json' };
import { scrubEvents } from '../../../../src/modules/users/erasure.repository.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { useDatabase } from '../../../support/use-database.ts';

type Data = Readonly<Record<string, unknown>>;

/** What personal data looks like in an event. */
const personal = { email: 'ada@example.org', name: 'Ada Byrne', address: '192.0.2.17', user_agent: 'Ada’s program' };
const somebodyElse = { email: 'jun@example.org', name: 'Jun Wat', address: '192.0.2.18', user_agent: 'Jun’s program' };

/** The events that are about a person, with the document's examples of their data. */
const examples = Object.entries(documentV2.webhooks).flatMap(([type, { post }]) => {
  const { examples: given } = post.requestBody.content['application/json'] as unknown as {
    readonly examples: Readonly<Record<string, { readonly value: { readonly data: Data } }>>;
  };
  return /^(?:user|session|member|invitation)\./.test(type) ? [{ type, data: given[type]!.value.data }] : [];
});

describe('events about somebody who is deleted', function () {
  this.timeout(60_000);
  const database = useDatabase();

  /** The example, about a person. */
  function about(user_id: string, who: typeof personal, { type, data }: (typeof examples)[number]): Data {
    const own = Object.fromEntries(Object.entries(who).filter(([field]) => field in data));
    const id = type.startsWith('user.') ? { id: user_id } : {};
    return { ...data, ...own, ...id, ...('user_id' in data ? { user_id } : {}) };
  }

  it('are all here, of each kind several', () => {
    const kinds = Map.groupBy(examples, ({ type }) => type.split('.')[0]);
    expect([...kinds.keys()]).to.have.members(['user', 'session', 'member', 'invitation']);
    for (const found of kinds.values()) expect(found).to.have.length.above(2);
  });

  for (const example of examples) {
    it(`${example.type} says nothing personal of them any more, and goes on telling of others`, async () => {
      const { knex } = database.db;
      await knex('events').delete();
      const [user_id, other_id] = [newId(), newId()];
      const insert = async (data: Data): Promise<string> => {
        const id = newId();
        const now = new Date();
        const row = { id, source: '/architect', type: example.type, subject: 'x', time: now, created_at: now, data };
        await knex('events').insert(row);
        return id;
      };
      const [theirs, others] = [about(user_id, personal, example), about(other_id, somebodyElse, example)];
      const [theirId, otherId] = [await insert(theirs), await insert(others)];
      const tombstone = { id: user_id, name: 'deleted user', email: 'deleted-user@architect.invalid' };
      await scrubEvents(database.db, tombstone, personal.email);
      const dataOf = async (id: string) => (await knex('events').where({ id }).pluck<Data[]>('data'))[0]!;
      const left = JSON.stringify(await dataOf(theirId));
      for (const [field, text] of Object.entries(personal))
        if (field in theirs) expect(left, field).not.to.include(text);
      expect(await dataOf(otherId)).to.deep.equal(others);
    });
  }
});
