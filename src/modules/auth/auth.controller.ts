import type { AuthHandlers } from '../../../generated/v2/handlers.ts';
import { noContent, ok } from '../../contract/controller/responses.ts';
import type { LogInService } from './log-in/log-in.service.ts';
import type { CompleteMfaLogIn } from './mfa/mfa-log-in.service.ts';
import type { ChangePassword } from './passwords/password-change.service.ts';
import type { PasswordResetService } from './passwords/password-reset.service.ts';
import type { RegistrationService } from './registration/registration.service.ts';

interface AuthServices {
  readonly registration: RegistrationService;
  readonly logIn: LogInService;
  readonly passwordReset: PasswordResetService;
  readonly changePassword: ChangePassword;
  readonly completeMfaLogIn: CompleteMfaLogIn;
}

export function createAuthController({
  registration,
  logIn,
  passwordReset,
  changePassword,
  completeMfaLogIn,
}: AuthServices): AuthHandlers {
  return {
    async registerUser({ body }, unit) {
      return { status: 202, body: await registration.register(unit, body) };
    },
    async verifyEmail({ body }, unit) {
      return ok(await registration.verify(unit, body.token));
    },
    async resendVerification({ body }, unit) {
      return { status: 202, body: await registration.resend(unit, body.email) };
    },
    async requestPasswordReset({ body }, unit) {
      return { status: 202, body: await passwordReset.request(unit, body.email) };
    },
    async resetPassword({ body }, unit) {
      await passwordReset.reset(unit, body);
      return noContent();
    },
    async changePassword({ body }, unit) {
      const { start, cookie } = await changePassword(unit, body);
      return { status: 200, body: start, headers: { 'set-cookie': cookie } };
    },
    async logIn({ body, client }, unit) {
      const outcome = await logIn.logIn(unit, body, client);
      if ('kind' in outcome) return { status: 200, body: outcome };
      return { status: 200, body: outcome.start, headers: { 'set-cookie': outcome.cookie } };
    },
    async completeMfaLogIn({ body, client }, unit) {
      const { start, cookie } = await completeMfaLogIn(unit, body, client);
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
