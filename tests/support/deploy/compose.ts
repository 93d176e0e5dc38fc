import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

// The parts of deploy/docker-compose.yml that the tests read.

type Condition = 'service_started' | 'service_healthy' | 'service_completed_successfully';

export interface Service {
  readonly image: string;
  readonly build?: {
    readonly context: string;
    readonly dockerfile: string;
    readonly args: Readonly<Record<string, string>>;
  };
  readonly user?: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly ports?: readonly string[];
  readonly networks: readonly string[];
  readonly volumes?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: Condition }>>;
  readonly healthcheck?: { readonly test: readonly string[]; readonly interval: string };
  readonly restart: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly stop_grace_period?: string;
  readonly stop_signal?: string;
  readonly deploy: {
    readonly replicas?: number;
    readonly resources: { readonly limits: { readonly cpus: string; readonly memory: string } };
  };
}

export interface Compose {
  readonly name: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

export const composeFile = join(import.meta.dirname, '../../../deploy/docker-compose.yml');

/**
 * Reads deploy/docker-compose.yml as Docker does: merges are resolved, variables are replaced.
 * @param variables the variables of deploy/.env
 * @throws Error if a required variable is missing
 */
export function readCompose(variables: Readonly<Record<string, string>>): Compose {
  const text = readFileSync(composeFile, 'utf8');
  const name = (parse(text) as Compose).name;
  return parse(text, { merge: true, reviver: interpolated({ COMPOSE_PROJECT_NAME: name, ...variables }) }) as Compose;
}

const variablePattern = /\$(?:(?<escaped>\$)|\{(?<name>\w+)(?<operator>:[?-])?(?<rest>[^}]*)\})/g;

/** Replaces variables in each text. `$$` is a dollar sign. */
function interpolated(variables: Readonly<Record<string, string>>) {
  return (_key: unknown, value: unknown): unknown =>
    typeof value !== 'string'
      ? value
      : value.replace(variablePattern, (...match: unknown[]) => {
          const { escaped, name = '', operator, rest = '' } = match.at(-1) as Record<string, string | undefined>;
          if (escaped !== undefined) return '$';
          const given = variables[name];
          if (given !== undefined && given !== '') return given;
          if (operator === ':-') return rest;
          throw new Error(`the variable ${name} is missing: ${rest}`);
        });
}

/** Returns a duration such as `1m30s` in seconds. */
export function toSeconds(duration: string): number {
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };
  const parts = [...duration.matchAll(/(?<number>\d+)(?<unit>[hms])/g)];
  return parts.reduce((sum, { groups }) => sum + Number(groups!['number']) * units[groups!['unit']!]!, 0);
}
