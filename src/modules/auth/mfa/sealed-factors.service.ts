import type { SealedValues } from '../../../platform/reseal.ts';
import * as repository from './mfa.repository.ts';
import { FACTOR_PURPOSE } from './second-factor.service.ts';

/** The secrets of second factors, for `rotate-secrets`. */
export const sealedFactors: SealedValues = {
  name: 'second factors',
  purpose: FACTOR_PURPOSE,
  list: async (db, after, limit) => {
    const factors = await repository.listSealedFactors(db, after?.[0], limit);
    return factors.map(({ user_id, secret }) => ({ key: [user_id], sealed: secret, context: user_id }));
  },
  replace: (db, { key: [userId = ''], sealed }, resealed) =>
    repository.replaceSealedFactor(db, userId, { sealed, resealed }),
};
