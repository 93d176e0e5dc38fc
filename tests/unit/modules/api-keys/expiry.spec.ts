import { expect } from 'chai';
import type { ApiKey } from '../../../../generated/v2/types.ts';
import { assertWithinLife, isNoLonger } from '../../../../src/modules/api-keys/api-keys.policy.ts';
import { createApiKey } from '../../../../src/modules/api-keys/api-keys.service.ts';
import type { Unit } from '../../../../src/platform/unit.ts';

const now = new Date('2026-11-23T12:00:00.000Z');
const at = (ms: number): string => new Date(now.getTime() + ms).toISOString();
const codeOf = (call: () => unknown): unknown => {
  try {
    call();
    return 'granted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('when an API key ends', () => {
  it('is later than now, by a millisecond at least', async () => {
    const reached = new Error('the key is written');
    const knex = (): never => {
      throw reached;
    };
    const actor = { user_id: 'ada', organization_id: 'meridian', credential_type: 'session', scopes: undefined };
    const unit = { db: { knex }, actor, request_id: 'expiry', now } as unknown as Unit;
    const create = (expires_at: string): Promise<unknown> =>
      createApiKey(unit, { name: 'CI', scopes: ['tasks:read'], expires_at }).catch((error: unknown) => error);
    expect(await create(at(0))).to.include({ code: 'expiry_in_past' });
    expect(await create(at(1))).to.equal(reached);
    expect(await create('9999-12-31T23:59:59.999Z')).to.equal(reached);
    expect(await create('9999-12-31T23:59:59.999-00:01')).to.include({ code: 'value_out_of_range' });
  });

  it('may be that of the key which creates it, and no later', () => {
    const creator = { expires_at: at(1000) } as ApiKey;
    const lasting = { expires_at: null } as ApiKey;
    const ends = [at(999), at(1000), at(1001), null];
    expect(ends.map((end) => isNoLonger(end, creator))).to.deep.equal([true, true, false, false]);
    expect(ends.map((end) => isNoLonger(end, lasting))).to.deep.equal([true, true, true, true]);
    const refused = 'expiry_not_grantable';
    const codes = ends.map((end) => codeOf(() => assertWithinLife(end, creator)));
    expect(codes).to.deep.equal(['granted', 'granted', refused, refused]);
    expect(ends.map((end) => codeOf(() => assertWithinLife(end, lasting)))).to.deep.equal(ends.map(() => 'granted'));
  });
});
