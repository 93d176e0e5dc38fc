import type { Mail } from '../../../platform/mailer.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { listInstallationAddresses } from '../../organizations/index.ts';
import { escalationMail } from './escalation.mail.ts';
import { nextMailAt } from './escalation.policy.ts';
import * as repository from './escalation.repository.ts';

export interface EscalationSettings {
  /** Without it nobody is told by mail. */
  readonly isEnabled: boolean;
  /** How long operators are not told again of an incident that stays open. Doubles with each mail. */
  readonly repeatMs: number;
  readonly publicUrl: string;
  /** Stores the mail in the unit's transaction. */
  readonly sendMail: (unit: AnonymousUnit, mail: Mail) => Promise<void>;
}

const INCIDENTS_MAX = 100;

/** Tells each operator, in one mail, of the incidents that they are to be told of now. */
export async function escalate(unit: AnonymousUnit, settings: EscalationSettings): Promise<void> {
  const { isEnabled, repeatMs, publicUrl, sendMail } = settings;
  const incidents = await repository.claimDue(unit.db, unit.now, INCIDENTS_MAX);
  if (incidents.length === 0) return;
  const addresses = isEnabled ? await listInstallationAddresses(unit) : [];
  if (addresses.length === 0) {
    const next = new Date(unit.now.getTime() + repeatMs);
    await repository.postpone(
      unit.db,
      incidents.map(({ id }) => id),
      next,
    );
    return;
  }
  for (const to of addresses) await sendMail(unit, escalationMail({ to, incidents, publicUrl }));
  for (const { id, status, ...incident } of incidents) {
    const escalation_count = incident.escalation_count + 1;
    const next = status === 'open' ? nextMailAt(unit.now, escalation_count, repeatMs) : null;
    await repository.noteTold(unit.db, { id, escalation_count }, { now: unit.now, next });
  }
}
