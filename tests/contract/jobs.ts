// The jobs that the success of each operation enqueues.

import type { SentStatement } from '../support/statements.ts';

const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** `imports.run {"job_key":"import {id}","max_attempts":10}` for each job, in their order. */
export function jobsIn(statements: readonly SentStatement[]): readonly string[] {
  return statements
    .filter(({ text }) => /^\s*INSERT INTO outbox\b.*\s.*'job'/.test(text))
    .map(({ values: [, name, , options] }) => `${String(name)} ${String(options).replaceAll(id, '{id}')}`);
}

const mail = ['mail.send {}'];
const link = ['auth.send_link {}'];
const erasure = ['organizations.erase {}'];

/** By version and operationId. An operation that is not here enqueues nothing. */
export const operationJobs: Readonly<Record<string, readonly string[]>> = {
  'v1 registerUser': mail,
  'v1 createUser': mail,
  'v1 deleteUser': erasure,
  'v2 registerUser': mail,
  'v2 verifyEmail': mail,
  'v2 resendVerification': link,
  'v2 requestPasswordReset': link,
  'v2 resetPassword': mail,
  'v2 changePassword': mail,
  'v2 deleteMe': erasure,
  'v2 removeTotp': mail,
  'v2 confirmTotp': mail,
  'v2 createUser': mail,
  'v2 deleteUser': erasure,
  'v2 deleteOrganization': erasure,
  'v2 createInvitation': mail,
  // The sweep of imports finds the job by its key.
  'v2 createImport': ['imports.run {"job_key":"import {id}","max_attempts":10}'],
};
