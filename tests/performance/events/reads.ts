import { seededId, seededToken } from '../../support/scale/seed.ts';
import type { ServerProcess } from '../../support/server-process.ts';

// What lists and figures take, of somebody who sees all projects, from a server that keeps nothing.

const LIST_MS_MAX = 50;
const FIGURES_MS_MAX = 500;
const TIMES = 9;

const project = seededId('project', 5);
const source = encodeURIComponent('https://program-4.meridian.example');
/** By name. Each list is read first, and again 45 days back, which is half of its pages. */
const lists: Readonly<Record<string, string>> = {
  'all events': '',
  'of a project': `project_id=${project}`,
  'of a type': 'type=seed.7',
  'of two types': 'type=seed.7&type=seed.3',
  'of a rare type': 'type=seed.rare',
  'of a source': `source=${source}`,
  'of a rare source': `source=${encodeURIComponent('/rare')}`,
  'of a subject': 'subject=order-77',
  'of a user': `user_id=${seededId('user', 14)}`,
  'of a type in a project': `project_id=${project}&type=seed.7`,
};
const figures: Readonly<Record<string, string>> = {
  'events: stats of 30 days': '/events/stats',
  'events: timeline of 30 days by hour': '/events/timeline?interval=hour',
  'analytics: overview': '/analytics/overview',
  'analytics: tasks': '/analytics/tasks',
  'analytics: events': '/analytics/events',
  'analytics: errors': '/analytics/errors',
  'analytics: users': '/analytics/users',
  'analytics: performance': '/analytics/performance',
};

/** Writes a line for each read: the median and the slowest of some requests, and whether it exceeds its limit. */
export async function measureReads({ url }: ServerProcess, log: (line: string) => void): Promise<void> {
  const headers = { authorization: `Bearer ${seededToken(1)}` };
  const measure = async (name: string, path: string, limitMs: number): Promise<void> => {
    const durations: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const began = performance.now();
      const response = await fetch(`${url}/api/v2${path}`, { headers });
      const text = await response.text();
      if (!response.ok) {
        log(`  ${name}: ${response.status} ${text.slice(0, 100)} after ${(performance.now() - began).toFixed(0)} ms`);
        return;
      }
      durations.push(performance.now() - began);
    }
    durations.sort((a, b) => a - b);
    const median = durations[Math.floor(TIMES / 2)] ?? NaN;
    const slowest = durations.at(-1) ?? NaN;
    const verdict = median < limitMs ? '' : `, above ${limitMs} ms`;
    log(`  ${name}: p50 ${median.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms${verdict}`);
  };
  const middle = new Date(Date.now() - 45 * 86_400_000).toISOString();
  for (const [name, query] of Object.entries(lists)) {
    for (const sort of ['-time', 'recorded_at']) {
      const path = `/events?limit=20&sort=${sort}&${query}`;
      await measure(`list ${name}, ${sort}, page 1`, path, LIST_MS_MAX);
      const from = sort === '-time' ? 'occurred_before' : 'recorded_after';
      await measure(`list ${name}, ${sort}, in the middle`, `${path}&${from}=${middle}`, LIST_MS_MAX);
    }
  }
  for (const [name, path] of Object.entries(figures)) await measure(name, path, FIGURES_MS_MAX);
  for (const name of ['types', 'sources']) await measure(`list of ${name}`, `/events/${name}?limit=20`, LIST_MS_MAX);
}
