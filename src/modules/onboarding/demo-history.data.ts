import type { ErrorReport, TaskPriority, TaskType } from '../../../generated/v2/types.ts';

/** Half a year of a small team's work on a shop, so that every chart has a shape. */
export const historyDays = 182;

export const historyProject = {
  key: 'SHOP',
  name: 'Shop',
  description: 'Sells what Meridian makes. Its pipeline and its pages report to Architect.',
  visibility: 'organization',
} as const;

/** What tasks are about; each title is one verb and one subject. */
export const historyVerbs = ['Fix', 'Speed up', 'Describe', 'Replace', 'Simplify', 'Test'] as const;
export const historySubjects = [
  'the basket',
  'the checkout',
  'the invoice',
  'the search',
  'the product page',
  'the stock list',
  'the returns form',
  'the newsletter',
  'the price table',
  'the address form',
] as const;

export const historyTypes: readonly TaskType[] = ['task', 'task', 'feature', 'feature', 'bug'];
export const historyPriorities: readonly TaskPriority[] = ['none', 'low', 'medium', 'medium', 'high', 'urgent'];
export const historyPeople = ['Ada', 'Tomás', 'Grace', 'Ken'] as const;

/** The first day of a release of the shop, counted back from today, and its name. */
export const historyReleases = [
  { name: '1.0', days_ago: 170 },
  { name: '1.1', days_ago: 140 },
  { name: '1.2', days_ago: 110 },
  { name: '1.3', days_ago: 80 },
  { name: '1.4', days_ago: 50 },
  { name: '1.5', days_ago: 20 },
] as const;

interface HistoryError extends Pick<ErrorReport, 'type' | 'message' | 'level' | 'stack_trace'> {
  /** How many days ago it occurred for the first and for the last time. */
  readonly from: number;
  readonly to: number;
  /** On usual days, and on the day after a release. */
  readonly daily: number;
  readonly spike: number;
}

export const historyErrors: readonly HistoryError[] = [
  {
    ...{ type: 'TypeError', message: "Cannot read properties of undefined (reading 'price')", level: 'error' },
    stack_trace: `TypeError: Cannot read properties of undefined (reading 'price')
    at totalOf (/srv/shop/src/basket.js:41:23)
    at showBasket (/srv/shop/src/basket.js:12:9)`,
    ...{ from: 168, to: 1, daily: 0.6, spike: 9 },
  },
  {
    ...{ type: 'PaymentDeclined', message: 'Card 4711 was declined', level: 'warning' },
    stack_trace: `PaymentDeclined: Card 4711 was declined
    at charge (/srv/shop/src/payments.js:88:11)
    at checkout (/srv/shop/src/checkout.js:30:5)`,
    ...{ from: 165, to: 0, daily: 0.8, spike: 2 },
  },
  {
    ...{ type: 'TimeoutError', message: 'The stock did not answer within 3000 ms', level: 'error' },
    stack_trace: `TimeoutError: The stock did not answer within 3000 ms
    at fetchStock (/srv/shop/src/stock.js:19:13)`,
    ...{ from: 120, to: 60, daily: 0.4, spike: 14 },
  },
  {
    ...{ type: 'RangeError', message: 'Maximum call stack size exceeded', level: 'fatal' },
    stack_trace: `RangeError: Maximum call stack size exceeded
    at walk (/srv/shop/src/categories.js:7:10)
    at walk (/srv/shop/src/categories.js:9:14)`,
    ...{ from: 49, to: 47, daily: 6, spike: 12 },
  },
];

/** What the pipeline and the shop report: how often on a working day, and on others. */
export const historyEvents = [
  { type: 'deployment.finished', source: '/ci/shop', weekday: 1, weekend: 0 },
  { type: 'build.failed', source: '/ci/shop', weekday: 0.4, weekend: 0.1 },
  { type: 'order.placed', source: '/shop', weekday: 5, weekend: 8 },
  { type: 'order.returned', source: '/shop', weekday: 0.5, weekend: 0.3 },
] as const;

/** Operations of programs and people, with their usual duration in milliseconds and requests in a quarter of an hour. */
export const historyRequests = [
  { operation_id: 'listTasks', durationMs: 9, requests: 12 },
  { operation_id: 'getTask', durationMs: 3, requests: 20 },
  { operation_id: 'createTask', durationMs: 14, requests: 2 },
  { operation_id: 'reportErrors', durationMs: 11, requests: 3 },
  { operation_id: 'exportProject', durationMs: 240, requests: 1 },
] as const;
