import type { ReportingKeysHandlers } from '../../../../generated/v2/handlers.ts';
import { ok } from '../../../contract/controller/responses.ts';
import type { Intake, Receipt } from './intake.service.ts';

export function createIntakeController(
  intake: Intake,
): Pick<ReportingKeysHandlers, 'receiveEnvelope' | 'receiveStoredEvent'> {
  return {
    async receiveEnvelope({ path, query, headers, body, client }, unit) {
      const { project_number } = path;
      const { address } = client;
      const { sentry_key } = query;
      const auth = headers['x-sentry-auth'];
      return receipt(await intake.receiveEnvelope(unit, { project_number, body, auth, sentry_key, address }));
    },
    async receiveStoredEvent({ path, query, headers, body, client }, unit) {
      const { project_number } = path;
      const { address } = client;
      const { sentry_key } = query;
      const auth = headers['x-sentry-auth'];
      return receipt(await intake.receiveEvent(unit, { project_number, body, auth, sentry_key, address }));
    },
  };
}

function receipt({ id, limits }: Receipt) {
  return ok({ id }, limits === undefined ? {} : { 'x-sentry-rate-limits': limits });
}
