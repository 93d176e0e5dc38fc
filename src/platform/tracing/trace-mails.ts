import type { SpanAttributes, Tracer } from './tracer.ts';

interface Sender<Mail> {
  send(mail: Mail): Promise<void>;
}

/** Records a span for each mail that is sent, without anything of the mail itself. */
export function traceMails<Mail>(
  mailer: Sender<Mail>,
  smtpUrl: string | undefined,
  tracer: Tracer | undefined,
): Sender<Mail> {
  if (tracer === undefined) return mailer;
  const attributes = serverOf(smtpUrl);
  return { send: (mail) => tracer.inSpan({ name: 'send mail', kind: 'client', attributes }, () => mailer.send(mail)) };
}

function serverOf(smtpUrl: string | undefined): SpanAttributes {
  if (smtpUrl === undefined) return { 'architect.mail.transport': 'file' };
  const { hostname, port } = new URL(smtpUrl);
  const number = port === '' ? undefined : Number(port);
  return { 'architect.mail.transport': 'smtp', 'server.address': hostname, 'server.port': number };
}
