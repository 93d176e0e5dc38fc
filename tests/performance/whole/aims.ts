import type { CaseResult } from './measure.ts';
import type { Sample } from './sample.ts';
import { spreadOf, type Spread } from './statistics.ts';
import type { SubjectName } from './subjects/subject.ts';

/** What this server must reach beside another subject in a case: rounds are compared with rounds of the same time. */
interface Aim {
  readonly title: string;
  readonly case: string;
  readonly against: SubjectName;
  /** Its rate over that of the other subject, or its mean latency over the other's. */
  readonly figure: 'rate' | 'mean latency';
  /** At least this for rates, at most this for latencies. */
  readonly bound: number;
}

interface AimResult {
  readonly aim: Aim;
  readonly ratio: Spread;
  readonly isMet: boolean;
}

const aims: readonly Aim[] = [
  aim('cached GET, against node:http + pg doing one read', 'getTask', 'bare', 1.3),
  aim('GET with one database read, against node:http + pg', 'getTask-cold', 'bare', 0.6),
  aim('createTask, against node:http + pg writing the same rows', 'createTask', 'bare', 0.5),
  aim('mix, against Fastify + schemas + pg', 'mix', 'fastify', 1.5),
  aim('mix, against Express + express-openapi-validator + knex', 'mix', 'express', 3),
  aim('mix, against openapi-backend on Koa + knex', 'mix', 'openapi-backend', 5),
  {
    title: 'mean latency of the mix, against caches off and every query through knex',
    ...{ case: 'mix', against: 'uncached', figure: 'mean latency', bound: 0.7 },
  },
];

function aim(title: string, name: string, against: SubjectName, bound: number): Aim {
  return { title, case: name, against, figure: 'rate', bound };
}

/** Judges the aims whose cases and subjects were measured, by the median of their rounds. */
export function judgeAims(results: readonly CaseResult[]): readonly AimResult[] {
  const find = (name: string, subject: string): readonly Sample[] =>
    results.find((result) => result.one.name === name && result.subject === subject)?.samples ?? [];
  return aims.flatMap((one) => {
    const own = find(one.case, 'architect');
    const other = find(one.case, one.against);
    if (own.length === 0 || own.length !== other.length) return [];
    const ratio = spreadOf(own.map((sample, round) => ratioOf(one, sample, other[round]!)));
    const isMet = one.figure === 'rate' ? ratio.median >= one.bound : ratio.median <= one.bound;
    return [{ aim: one, ratio, isMet }];
  });
}

/** With a fixed number of connections that always wait for a response, the mean latency is inverse to the rate. */
function ratioOf({ figure }: Aim, own: Sample, other: Sample): number {
  return figure === 'rate' ? own.perSecond / other.perSecond : other.perSecond / own.perSecond;
}

export function toAimTable(judged: readonly AimResult[]): readonly (readonly string[])[] {
  const rows = judged.map(({ aim: { title, figure, bound }, ratio: { median, min, max }, isMet }) => [
    ...[title, `${figure === 'rate' ? 'at least' : 'at most'} ${bound}`],
    ...[median.toFixed(2), `${min.toFixed(2)}..${max.toFixed(2)}`, isMet ? 'yes' : 'no'],
  ]);
  return [['ratio', 'aim', 'median', 'range', 'met'], ...rows];
}
