import type { Exchange } from './recorder.ts';

// The flow that every generated client runs. Its script checks the typed values and prints `ok <step>`; these functions
// check the exchanges, so that a script cannot pass without the requests.

interface Step {
  readonly name: string;
  /** What a script does for it. */
  readonly asks: string;
  readonly isSeen: (exchanges: readonly Exchange[]) => boolean;
}

const isProjects = ({ path }: Exchange): boolean => path === '/api/v2/projects';
const isProject = ({ path }: Exchange): boolean => /^\/api\/v2\/projects\/[^/]+$/.test(path);
const isProjectTasks = ({ path }: Exchange): boolean => /^\/api\/v2\/projects\/[^/]+\/tasks$/.test(path);
const isTask = ({ path }: Exchange): boolean => /^\/api\/v2\/tasks\/[^/]+$/.test(path);

type Body = Readonly<Record<string, unknown>>;
const sent = ({ body }: Exchange): Body => (body === '' ? {} : (JSON.parse(body) as Body));
const received = ({ responseBody }: Exchange): Body => (responseBody === '' ? {} : (JSON.parse(responseBody) as Body));

/** The paging part of a list's response. */
const pageOf = (one: Exchange): Body => (received(one)['page'] ?? {}) as Body;

const created = (exchanges: readonly Exchange[]): Exchange[] =>
  exchanges.filter((one) => one.method === 'POST' && isProjectTasks(one) && one.status === 201);
const patched = (exchanges: readonly Exchange[]): Exchange[] =>
  exchanges.filter((one) => one.method === 'PATCH' && isTask(one));
const listed = (exchanges: readonly Exchange[]): Exchange[] =>
  exchanges.filter((one) => one.method === 'GET' && isProjectTasks(one) && one.status === 200);

export const steps: readonly Step[] = [
  {
    name: 'create',
    asks: 'create a project with the API key in Authorization, then three tasks',
    isSeen: (exchanges) =>
      exchanges.every(({ headers }) => headers['authorization']?.startsWith('Bearer ak_') === true) &&
      exchanges.some((one) => one.method === 'POST' && isProjects(one) && one.status === 201) &&
      new Set(created(exchanges).map((one) => received(one)['id'])).size === 3,
  },
  {
    name: 'idempotency',
    asks: 'repeat the first task with the same Idempotency-Key, and get the same task',
    isSeen: (exchanges) =>
      created(exchanges).some(
        (second) =>
          second.responseHeaders['idempotency-replayed'] === 'true' &&
          created(exchanges).some(
            (first) =>
              first.responseHeaders['idempotency-replayed'] === undefined &&
              first.headers['idempotency-key'] === second.headers['idempotency-key'] &&
              received(first)['id'] === received(second)['id'],
          ),
      ),
  },
  {
    name: 'pages',
    asks: 'read the tasks in pages of two: two tasks with a cursor, then one without',
    isSeen: (exchanges) => {
      const [first, second] = listed(exchanges);
      if (first === undefined || second === undefined) return false;
      return (
        [first, second].every(({ query }) => query.get('limit') === '2') &&
        second.query.get('cursor') === pageOf(first)['next_cursor'] &&
        pageOf(second)['next_cursor'] === null
      );
    },
  },
  {
    name: 'dates',
    asks: 'write a date (due_on 2027-03-01), filter by an instant (created_after an hour ago), and read both kinds',
    isSeen: (exchanges) =>
      created(exchanges).some((one) => sent(one)['due_on'] === '2027-03-01') &&
      listed(exchanges).every(({ query }) => /^\d{4}-\d\d-\d\dT/.test(query.get('created_after') ?? '')),
  },
  {
    name: 'nulls',
    asks: 'create the first task with description null, set due_on to null, and read both as null',
    isSeen: (exchanges) =>
      created(exchanges).some((one) => sent(one)['description'] === null) &&
      patched(exchanges).some((one) => sent(one)['due_on'] === null && received(one)['due_on'] === null),
  },
  {
    name: 'precondition',
    asks: 'change the task with If-Match, then with the old version: a typed error of status 412, `precondition_failed`',
    isSeen: (exchanges) =>
      patched(exchanges)
        .filter(({ headers }) => headers['if-match'] === '"1"')
        .map(({ status }) => status)
        .join() === '200,412',
  },
  {
    name: 'problem',
    asks: 'get the task after its deletion: a typed error of status 404, `not_found`',
    isSeen: (exchanges) =>
      exchanges.some(
        (one) => one.method === 'GET' && isTask(one) && one.status === 404 && received(one)['code'] === 'not_found',
      ),
  },
  {
    name: 'delete',
    asks: 'delete the task, and the project at the end',
    isSeen: (exchanges) =>
      [isTask, isProject].every((isOne) =>
        exchanges.some((one) => one.method === 'DELETE' && isOne(one) && one.status === 204),
      ),
  },
];

/** Returns what a run did not show: steps that the script did not report, and steps without their requests. */
export function findMissing(output: string, exchanges: readonly Exchange[]): string[] {
  const reported = new Set(output.split('\n').map((line) => line.trim()));
  return steps.flatMap(({ name, isSeen, asks }) => [
    ...(reported.has(`ok ${name}`) ? [] : [`the script did not print "ok ${name}"`]),
    ...(isSeen(exchanges) ? [] : [`no request shows ${name}: ${asks}`]),
  ]);
}
