import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';

interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

interface RecordingRule {
  readonly record: string;
  readonly expr: string;
}

interface RuleFile {
  readonly groups: readonly { readonly name: string; readonly rules: readonly (AlertRule | RecordingRule)[] }[];
}

export const ruleFolder = 'deploy/prometheus/rules';

/** The rules of deploy/prometheus/rules, by file name. */
export function readRuleFiles(): ReadonlyMap<string, RuleFile> {
  const paths = globSync(`${ruleFolder}/*.yml`).sort();
  return new Map(paths.map((path) => [basename(path), parse(readFileSync(path, 'utf8')) as RuleFile]));
}

export function alertsOf({ groups }: RuleFile): readonly AlertRule[] {
  return groups.flatMap(({ rules }) => rules).filter((rule): rule is AlertRule => 'alert' in rule);
}

/** The expressions of all rules of a file. */
export function expressionsOf({ groups }: RuleFile): readonly string[] {
  return groups.flatMap(({ rules }) => rules.map(({ expr }) => expr));
}

/** The name of an alert as its runbook's anchor has it: `PoolExhausted` is `pool-exhausted`. */
export function anchorOf(alert: string): string {
  return alert.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();
}
