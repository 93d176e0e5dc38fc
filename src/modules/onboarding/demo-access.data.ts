import type { ApiKeyCreate, InvitationCreate } from '../../../generated/v2/types.ts';
import type { Version } from '../../platform/versions.ts';

/** A pending invitation; its mail is in DATA_DIR/mail with the others. */
export const demoInvitation: InvitationCreate & {
  readonly id: string;
  readonly by: string;
  readonly days_ago: number;
} = {
  id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0110',
  by: 'Tomás',
  email: 'noor@meridian.example',
  role: 'member',
  days_ago: 2,
};

/** The error of the documents' examples, in the first project. */
export const demoError = {
  id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0e00',
  by: 'Ken',
  days_ago: 0.4,
  report: {
    type: 'TypeError',
    message: "Cannot read properties of undefined (reading 'expires_at')",
    platform: 'node',
    frames: [
      { file: 'src/sessions/session-store.ts', function: 'readSession', line: 41, column: 23, in_app: true },
      { file: 'src/http/authenticate.ts', function: 'authenticate', line: 17, column: 5, in_app: true },
    ],
    release: 'core@2.3.1',
    environment: 'production',
    tags: { browser: 'Firefox' },
    user: { id: 'u-1815' },
  },
} as const;

/** The event of the documents' examples, of an earlier build, so that theirs can be recorded. */
export const demoEvent = {
  id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d1000',
  by: 'Ken',
  days_ago: 0.5,
  event: {
    id: 'build-4708',
    source: 'https://ci.meridian.example/core',
    type: 'deployment.finished',
    subject: 'production',
    datacontenttype: 'application/json',
    data: { release: '2.3.0', duration_s: 97 },
    dataschema: null,
    user_id: null,
  },
} as const;

/** A short failure of the installation, with the id of the documents' example. */
export const demoIncident = {
  id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0800',
  by: 'Ada',
  days_ago: 9,
  failure: {
    kind: 'dependency',
    service: 'mail_server',
    title: 'The mail server does not respond',
    message: 'connect ECONNREFUSED 192.0.2.25:587',
    lastedMs: 40_000,
  },
} as const;

/** The key of the documents' examples, in the first project. */
export const demoReportingKey = {
  id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0a10',
  by: 'Ada',
  days_ago: 21,
  fields: { name: 'Web client', reports_per_minute: 600 },
  fixed: { project_number: 42, public_key: '5f1c9d3e8a7b46208c55fa1b2c3d0a10' },
} as const;

/** The source map of the documents' examples, in the first project; of an earlier release, so that theirs can be uploaded. */
export const demoSourceMap = {
  id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0e10',
  by: 'Ada',
  days_ago: 10,
  upload: {
    release: '2.3.1',
    file: 'assets/app.js',
    map: {
      version: 3,
      sources: ['../src/basket.js', '../src/main.js'],
      names: ['addToBasket', 'article', 'startShop', 'addToBasket'],
      mappings:
        'MAAO,SAASA,EAAYC,EAAS,CACnC,OAAOA,EAAQ,MAAM,MACvB,CCAA,SAASC,GAAY,CACnBC,EAAY,CAAC,CAAC,CAChB,CACAD,EAAU',
    },
  },
};

interface DemoSession {
  readonly id?: string;
  readonly who: string;
  readonly hours_ago: number;
  readonly address: string;
  readonly user_agent: string;
}

/** Who is logged in, and from where. A session ends after twelve hours without use. */
export const demoSessions: readonly DemoSession[] = [
  {
    id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0a00',
    who: 'Ada',
    hours_ago: 5,
    address: '198.51.100.17',
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  },
  {
    who: 'Grace',
    hours_ago: 3,
    address: '203.0.113.9',
    user_agent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  },
  {
    who: 'Ken',
    hours_ago: 1,
    address: '198.51.100.23',
    user_agent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
  },
];

export interface DemoKey extends Pick<ApiKeyCreate, 'name' | 'scopes'> {
  readonly id?: string;
  readonly by: string;
  readonly days_ago: number;
  readonly expires_in_days?: number;
  /** In order of time, the latest use last. */
  readonly uses: readonly {
    readonly version: Version;
    readonly operation_id: string;
    readonly days_ago: number;
    readonly times: number;
    readonly query_parameters?: readonly string[];
    readonly body_fields?: readonly string[];
  }[];
}

export const demoKeys: readonly DemoKey[] = [
  {
    by: 'Tomás',
    name: 'Continuous integration',
    scopes: ['projects:read', 'tasks:read', 'tasks:write'],
    days_ago: 21,
    expires_in_days: 344,
    uses: [
      { version: 'v2', operation_id: 'listProjects', days_ago: 3, times: 12 },
      { version: 'v2', operation_id: 'createTask', days_ago: 2, times: 3, body_fields: ['title', 'type', 'priority'] },
      { version: 'v2', operation_id: 'listTasks', days_ago: 1, times: 96, query_parameters: ['status', 'cursor'] },
    ],
  },
  {
    id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0b00',
    by: 'Ada',
    name: 'Weekly report',
    scopes: ['projects:read', 'tasks:read'],
    days_ago: 27,
    // Uses an operation of the deprecated version, so that the list of deprecations has an entry.
    uses: [
      { version: 'v1', operation_id: 'listProjects', days_ago: 5, times: 4 },
      { version: 'v1', operation_id: 'listTasks', days_ago: 5, times: 4 },
    ],
  },
];
