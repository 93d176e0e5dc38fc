import { paths } from '../../../../generated/v2/paths.ts';
import type { Incident } from '../../../../generated/v2/types.ts';
import { toMailName } from '../../../platform/mail-text.ts';
import type { Mail } from '../../../platform/mailer.ts';

interface EscalationMail {
  readonly to: string;
  /** Incidents that are open, and some that have closed. */
  readonly incidents: readonly Incident[];
  readonly publicUrl: string;
}

const SHOWN_MAX = 20;

/** Tells an operator what fails in the installation, and what works again. */
export function escalationMail({ to, incidents, publicUrl }: EscalationMail): Mail {
  const open = incidents.filter(({ status }) => status === 'open');
  const closed = incidents.filter(({ status }) => status !== 'open');
  const left = incidents.length - SHOWN_MAX;
  return {
    to,
    subject: subjectOf(open, closed),
    text: [
      'Hello,',
      '',
      ...section('Parts of Architect fail:', open.slice(0, SHOWN_MAX), publicUrl),
      ...section('Parts of Architect work again:', closed.slice(0, Math.max(0, SHOWN_MAX - open.length)), publicUrl),
      ...(left > 0 ? [`${left} more are in the list:`, '', `  ${publicUrl}${paths.listIncidents()}`, ''] : []),
      'The runbook "Incident open" says what to do. You get this mail because you operate the installation.',
      '',
    ].join('\n'),
  };
}

function subjectOf(open: readonly Incident[], closed: readonly Incident[]): string {
  const [first] = open.length > 0 ? open : closed;
  const state = open.length > 0 ? 'Incident' : 'Incident closed';
  const others = (open.length > 0 ? open : closed).length - 1;
  return `${state}: ${toMailName(first?.title ?? '')}${others > 0 ? ` (and ${others} more)` : ''}`;
}

function section(heading: string, incidents: readonly Incident[], publicUrl: string): string[] {
  if (incidents.length === 0) return [];
  return [heading, '', ...incidents.flatMap((incident) => entryOf(incident, publicUrl))];
}

function entryOf(incident: Incident, publicUrl: string): string[] {
  const { title, message, occurrence_count, opened_at, last_seen_at, closed_at } = incident;
  const times = occurrence_count === 1 ? 'once' : `${occurrence_count} times`;
  const until = closed_at === null ? `most recently at ${last_seen_at}` : `closed at ${closed_at}`;
  return [
    `  ${toMailName(title)}`,
    ...(message === null || message === '' ? [] : [`  ${toMailName(message)}`]),
    `  ${times} since ${opened_at}, ${until}`,
    `  ${publicUrl}${paths.getIncident({ incident_id: incident.id })}`,
    '',
  ];
}
