import type { MeHandlers } from '../../../generated/v2/handlers.ts';
import type { KeepingRules } from '../../contract/controller/keeping.ts';
import { userTags } from '../users/index.ts';

export const keptMe = {
  getMe: { kind: 'user', tagsOf: (user) => userTags(user) },
} satisfies KeepingRules<MeHandlers>;
