import type { AuthHandlers } from '../../../generated/v2/handlers.ts';
import { ok } from '../../contract/replies.ts';
import type { LogInService } from './log-in.service.ts';
import type { RegistrationService } from './registration.service.ts';

export interface AuthServices {
  readonly registration: RegistrationService;
  readonly logIn: LogInService;
}

export function createAuthController({ registration, logIn }: AuthServices): AuthHandlers {
  return {
    async registerUser({ body }, unit) {
      return { status: 202, body: await registration.register(unit, body) };
    },
    async verifyEmail({ body }, unit) {
      return ok(await registration.verify(unit, body.token));
    },
    async logIn({ body, client }, unit) {
      const { start, cookie } = await logIn.logIn(unit, body, client);
      return { status: 200, body: start, headers: { 'set-cookie': cookie } };
    },
    async logOut(_request, unit) {
      const { cookie } = await logIn.logOut(unit);
      return { status: 204, body: undefined, headers: { 'set-cookie': cookie } };
    },
    async rotateSession(_request, unit) {
      const { start, cookie } = await logIn.rotate(unit);
      return { status: 200, body: start, headers: { 'set-cookie': cookie } };
    },
    async getCsrfToken(_request, unit) {
      return ok({ csrf_token: logIn.csrfToken(unit) });
    },
  };
}
