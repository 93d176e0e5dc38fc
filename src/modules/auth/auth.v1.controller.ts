import type { AuthHandlers } from '../../../generated/v1/handlers.ts';
import type { LogInService } from './log-in/log-in.service.ts';
import type { RegistrationService } from './registration/registration.service.ts';

interface AuthV1Services {
  readonly logIn: LogInService;
  readonly registration: RegistrationService;
}

export function createAuthV1Controller({ logIn, registration }: AuthV1Services): AuthHandlers {
  return {
    async registerUser({ body }, unit) {
      return { status: 202, body: await registration.register(unit, body) };
    },
    async logIn({ body, client }, unit) {
      const { start, cookie } = await logIn.logInByPassword(unit, body, client);
      const { token, csrf_token, session, user } = start;
      const { id, email, name, created_at } = user;
      const account = { id, email, name, created_at };
      const shown = { token, csrf_token, expires_at: session.expires_at, user: account };
      return { status: 200, body: shown, headers: { 'set-cookie': cookie } };
    },
    async logOut(_request, unit) {
      const { cookie } = await logIn.logOut(unit);
      return { status: 204, body: undefined, headers: { 'set-cookie': cookie } };
    },
  };
}
