import { expect } from 'chai';
import { Counter, Registry } from 'prom-client';
import { addCounts, addGauges } from '../../../src/platform/gauges.ts';

describe('addGauges', () => {
  interface Queue {
    readonly job: string;
    readonly depth: number;
  }

  function gaugesOf(read: () => readonly Queue[] | Promise<readonly Queue[]>): Registry {
    const registry = new Registry();
    addGauges(registry, read, [
      {
        name: 'queue_depth',
        help: 'Depth',
        labelNames: ['job'],
        samples: (queues) => queues.map(({ job, depth }) => [depth, { job }] as const),
      },
      { name: 'queues', help: 'Number', samples: (queues) => [[queues.length]] },
    ]);
    return registry;
  }

  it('reads once per scrape for all of its gauges, and forgets labels that are gone', async () => {
    let scrapes = 0;
    const registry = gaugesOf(() => [{ job: `job${++scrapes}`, depth: scrapes * 10 }]);
    expect(await registry.metrics())
      .to.include('queue_depth{job="job1"} 10')
      .and.include('\nqueues 1\n');
    expect(await registry.metrics())
      .to.include('queue_depth{job="job2"} 20')
      .and.not.include('job1');
  });

  it('leaves its gauges out when the reading fails, and shows them again afterwards', async () => {
    let isDown = true;
    const registry = gaugesOf(() => (isDown ? Promise.reject(new Error('no database')) : []));
    expect(await registry.metrics())
      .to.include('# HELP queues Number')
      .and.not.match(/^queues \d/m);
    isDown = false;
    expect(await registry.metrics()).to.match(/^queues 0$/m);
  });

  it('responds without a reading that hangs, and does not begin a second one', async () => {
    let begun = 0;
    const registry = gaugesOf(() => {
      begun++;
      return new Promise(() => undefined);
    });
    for (const text of await Promise.all([registry.metrics(), registry.metrics()]))
      expect(text).not.to.match(/^queues \d/m);
    expect(begun).to.equal(1);
  }).timeout(20_000);
});

describe('addCounts', () => {
  it('adds at each scrape what was counted since the last one, to what others count', async () => {
    const registry = new Registry();
    const counter = new Counter({
      name: 'lookups_total',
      help: 'Lookups',
      labelNames: ['cache'],
      registers: [registry],
    });
    const counts = { tasks: 0 };
    addCounts(counter, () => Object.entries(counts).map(([cache, count]) => [count, { cache }] as const));
    expect(await registry.metrics()).to.include('lookups_total{cache="tasks"} 0');
    counts.tasks = 5;
    counter.inc({ cache: 'pages' });
    expect(await registry.metrics()).to.include('lookups_total{cache="tasks"} 5');
    counts.tasks = 7;
    counter.inc({ cache: 'tasks' });
    const text = await registry.metrics();
    expect(text).to.include('lookups_total{cache="tasks"} 8').and.include('lookups_total{cache="pages"} 1');
  });
});
