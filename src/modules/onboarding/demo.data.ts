import type {
  GithubArchive,
  LabelCreate,
  MilestoneCreate,
  ProjectCreate,
  TaskCreate,
  TaskPriority,
  TaskStatus,
} from '../../../generated/v2/types.ts';
import type { Role } from '../../platform/unit.ts';
import { demoArchive } from './demo-archive.data.ts';

// Some ids are those of the examples of the documents, so that the examples can be tried out with the demo.

export const demoOrganizationId = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0100';
export const demoImportId = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0600';
export const demoAlertRuleId = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0d00';

/** The first person creates the organization. Tasks and comments refer to people by first name. */
export const demoPeople: readonly {
  readonly id?: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}[] = [
  { id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0001', name: 'Ada Lindqvist', email: 'ada@meridian.example', role: 'owner' },
  { name: 'Tomás Herrera', email: 'tomas@meridian.example', role: 'admin' },
  { id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0002', name: 'Grace Okafor', email: 'grace@meridian.example', role: 'member' },
  { name: 'Ken Watanabe', email: 'ken@meridian.example', role: 'member' },
  { name: 'Mira Kovač', email: 'mira@meridian.example', role: 'viewer' },
];

/** `id` is that of the label in the first project. */
export const demoLabels: readonly (LabelCreate & { readonly id?: string })[] = [
  {
    id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0400',
    name: 'bug',
    color: '#d73a4a',
    description: 'Something does not work as it should',
  },
  { name: 'performance', color: '#0075ca', description: 'Works, but too slowly' },
  { name: 'customer', color: '#a2eeef', description: 'A customer asked for it' },
  { name: 'security', color: '#5319e7', description: 'Concerns secrets or personal data' },
];

export interface DemoTask extends Pick<TaskCreate, 'title' | 'description' | 'type' | 'priority'> {
  readonly id?: string;
  readonly by: string;
  readonly assignee?: string;
  readonly status: TaskStatus;
  readonly days_ago: number;
  readonly labels?: readonly string[];
  readonly milestone?: string;
  /** Counted from today. */
  readonly due_in_days?: number;
  /** A later change of priority, and who made it. */
  readonly raised?: { readonly by: string; readonly priority: TaskPriority };
  /** The title of a task above, which must be done first. */
  readonly blocked_by?: string;
  readonly comments?: readonly { readonly id?: string; readonly by: string; readonly body: string }[];
}

const platformTasks: readonly DemoTask[] = [
  {
    title: 'Cursor of an empty page is refused',
    description: 'The second page of an empty list returns 400 instead of an empty page.',
    type: 'bug',
    priority: 'high',
    by: 'Grace',
    assignee: 'Ken',
    status: 'done',
    days_ago: 24,
    milestone: '2.2',
    labels: ['bug'],
    comments: [
      { by: 'Ken', body: 'Reproduced with `limit=1` on a project without tasks.' },
      { by: 'Grace', body: 'That is the one. Two customers ran into it this week.' },
    ],
  },
  {
    title: 'Search takes two seconds in large organizations',
    description: 'Above 100,000 tasks the full-text filter reads the whole table.',
    type: 'bug',
    priority: 'urgent',
    by: 'Tomás',
    assignee: 'Ken',
    status: 'in_review',
    days_ago: 12,
    due_in_days: 3,
    milestone: '2.3',
    labels: ['bug', 'performance'],
    comments: [{ by: 'Ken', body: 'The index was built with another text configuration than the query uses.' }],
  },
  {
    title: 'Remember the last project across devices',
    type: 'feature',
    priority: 'medium',
    by: 'Grace',
    assignee: 'Grace',
    status: 'in_progress',
    days_ago: 9,
    due_in_days: 10,
    milestone: '2.3',
    labels: ['customer'],
    raised: { by: 'Ada', priority: 'high' },
  },
  {
    id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0301',
    title: 'Rotate signing keys every quarter',
    description: 'Write down the steps, try them on staging, then put a date into the calendar.',
    type: 'task',
    priority: 'high',
    by: 'Ada',
    assignee: 'Tomás',
    status: 'todo',
    days_ago: 6,
    // Overdue, so that lists of overdue tasks have an entry.
    due_in_days: -1,
    milestone: '2.3',
    labels: ['security'],
  },
  {
    id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0300',
    title: 'Announce the first rotation to customers',
    type: 'task',
    priority: 'medium',
    by: 'Ada',
    assignee: 'Grace',
    status: 'todo',
    days_ago: 4,
    due_in_days: 14,
    milestone: '2.3',
    labels: ['customer', 'security'],
    blocked_by: 'Rotate signing keys every quarter',
    comments: [{ by: 'Grace', body: 'The text is ready. We only need the date.' }],
  },
  {
    title: 'Show what changed between two versions of a task',
    type: 'feature',
    priority: 'low',
    by: 'Grace',
    status: 'backlog',
    days_ago: 5,
    labels: ['customer'],
  },
  {
    title: 'Move the nightly report to the new mailer',
    type: 'task',
    priority: 'none',
    by: 'Ken',
    assignee: 'Ken',
    status: 'cancelled',
    days_ago: 18,
    milestone: '2.2',
    comments: [
      {
        id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0500',
        by: 'Ada',
        body: 'Nobody reads the report any more. We stop sending it instead.',
      },
    ],
  },
];

const webTasks: readonly DemoTask[] = [
  {
    title: 'Board loses its scroll position after a drag',
    type: 'bug',
    priority: 'medium',
    by: 'Grace',
    assignee: 'Grace',
    status: 'in_progress',
    days_ago: 8,
    milestone: 'Beta',
    labels: ['bug'],
  },
  {
    title: 'Keyboard shortcuts for the task list',
    description: '`j` and `k` to move, `e` to edit, `?` to show them all.',
    type: 'feature',
    priority: 'low',
    by: 'Ken',
    status: 'todo',
    days_ago: 7,
    labels: ['customer'],
  },
  {
    title: 'First paint under one second on a phone',
    type: 'task',
    priority: 'high',
    by: 'Ada',
    assignee: 'Ken',
    status: 'done',
    days_ago: 21,
    milestone: 'Beta',
    labels: ['performance'],
    comments: [{ by: 'Ken', body: '0.8 s on the slow phone in the drawer. The fonts were half of it.' }],
  },
];

const hiringTasks: readonly DemoTask[] = [
  {
    title: 'Agree on what a second engineer for Platform must know',
    type: 'task',
    priority: 'medium',
    by: 'Ada',
    assignee: 'Grace',
    status: 'in_progress',
    days_ago: 6,
  },
];

const pilotTasks: readonly DemoTask[] = [
  {
    title: 'Write down what the pilot customers missed',
    type: 'task',
    priority: 'none',
    by: 'Tomás',
    assignee: 'Tomás',
    status: 'done',
    days_ago: 28,
  },
];

export interface DemoMilestone extends Pick<MilestoneCreate, 'name' | 'description'> {
  readonly id?: string;
  /** Counted from today; a milestone in the past is closed. */
  readonly due_in_days: number;
}

export interface DemoProject {
  readonly id?: string;
  readonly fields: ProjectCreate;
  readonly tasks: readonly DemoTask[];
  readonly milestones?: readonly DemoMilestone[];
  readonly members?: readonly { readonly who: string; readonly role: 'lead' | 'contributor' | 'viewer' }[];
  readonly archive?: GithubArchive;
  readonly is_archived?: boolean;
}

export const demoProjects: readonly DemoProject[] = [
  {
    id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0200',
    fields: {
      key: 'PLAT',
      name: 'Platform',
      description: 'The service that every Meridian product uses.',
      visibility: 'organization',
    },
    tasks: platformTasks,
    milestones: [
      { name: '2.2', description: 'Faster search.', due_in_days: -9 },
      { id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0700', name: '2.3', description: 'Longer sessions.', due_in_days: 12 },
    ],
    members: [{ who: 'Tomás', role: 'lead' }],
  },
  {
    fields: {
      key: 'WEB',
      name: 'Web client',
      description: 'The client that customers use.',
      visibility: 'organization',
    },
    tasks: webTasks,
    milestones: [{ name: 'Beta', description: 'The first version for customers.', due_in_days: 20 }],
    members: [{ who: 'Grace', role: 'lead' }],
    archive: demoArchive,
  },
  {
    fields: { key: 'HIRE', name: 'Hiring', description: 'Visible to the hiring team only.', visibility: 'private' },
    tasks: hiringTasks,
    members: [
      { who: 'Grace', role: 'contributor' },
      { who: 'Mira', role: 'viewer' },
    ],
  },
  {
    fields: {
      key: 'PILOT',
      name: 'Pilot',
      description: 'Finished with the release of 2.0.',
      visibility: 'organization',
    },
    tasks: pilotTasks,
    is_archived: true,
  },
];
