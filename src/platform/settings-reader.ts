import { nearestName } from './near-names.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface Range {
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
}

/** What stands behind the host of a URL, and how the whole is shown to whoever has to correct it. */
interface UrlForm {
  readonly path: RegExp;
  readonly like: string;
}

/**
 * Reads typed values out of environment variables and collects what is wrong with them, so that somebody who
 * configures the program sees every problem at once. An empty variable counts as absent.
 */
export class SettingsReader {
  readonly problems: string[] = [];
  private readonly asked = new Set<string>();
  private readonly environment: Environment;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  text(name: string): string | undefined {
    this.asked.add(name);
    const value = this.environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  integer(name: string, { min, max, fallback }: Range): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (/^\d{1,12}$/.test(text) && value >= min && value <= max) return value;
    this.refuse(
      name,
      `is not a whole number from ${min} to ${max}`,
      `set it to such a number, or unset it for ${fallback}`,
    );
    return fallback;
  }

  boolean(name: string, fallback: boolean): boolean {
    return this.choice(name, ['true', 'false'], fallback ? 'true' : 'false') === 'true';
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    this.refuse(
      name,
      'is none of the values it may have',
      `set it to ${choices.join(', ')}, or unset it for ${fallback}`,
    );
    return fallback;
  }

  /** A URL of one of those protocols (`https:`), with a host. Its value is never repeated: it may hold a password. */
  url(name: string, protocols: readonly string[], form: UrlForm = { path: /^/, like: `${protocols[0] ?? ''}//host` }) {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const url = URL.parse(text);
    const remedy = `set it to a URL like ${form.like}`;
    if (url === null || !protocols.includes(url.protocol) || url.hostname === '') {
      this.refuse(name, 'is not a URL that can be used here', remedy);
    } else if (!isDecodable(url)) {
      this.refuse(name, 'has a % that begins no character', 'write % in a user or password as %25');
    } else if (!form.path.test(url.pathname)) {
      this.refuse(name, 'does not end as it should', remedy);
    } else {
      return text;
    }
    return undefined;
  }

  /** Notes a problem: what is wrong with the variable, and what to do about it. */
  refuse(name: string, problem: string, remedy: string): void {
    this.problems.push(`${name} ${problem}: ${remedy}`);
  }

  /** Refuses variables of a family that no setting has, as they are mistyped ones. */
  refuseUnknown(prefix: string, known: readonly string[]): void {
    for (const name of Object.keys(this.environment)) {
      if (name.startsWith(prefix) && !known.includes(name)) {
        this.refuse(name, 'is not a setting', `known are ${known.join(', ')}`);
      }
    }
  }

  /**
   * Variables that are probably meant for us, and that no setting has: those that begin as one does, and those that are
   * spelt almost like one. To be asked when everything was read.
   *
   * @param more names of settings that are read elsewhere
   */
  unknownNames(more: readonly string[] = []): readonly UnknownName[] {
    const known = [...this.asked, ...more];
    const prefixes = [...new Set(known.flatMap((name) => /^[A-Z]+_/.exec(name)?.[0] ?? []))];
    return Object.keys(this.environment)
      .filter((name) => !known.includes(name) && !isOthers(name))
      .map((name) => ({ name, nearest: nearestName(name, known) }))
      .filter(({ name, nearest }) => nearest !== undefined || prefixes.some((prefix) => name.startsWith(prefix)));
  }
}

interface UnknownName {
  readonly name: string;
  /** The setting that is spelt almost like it. */
  readonly nearest: string | undefined;
}

/**
 * Docker and Kubernetes tell a container of its neighbours: a service `redis` sets REDIS_PORT, REDIS_SERVICE_HOST, …
 * NODE_ENV is a setting, but what else begins so is Node's own.
 */
function isOthers(name: string): boolean {
  return /^NODE_|_SERVICE_(?:HOST|PORT)|_PORT(?:$|_\d)|_ENV_/.test(name);
}

/** Whoever connects decodes user, password and path, and would fail at a stray %. */
function isDecodable({ username, password, pathname }: URL): boolean {
  try {
    [username, password, pathname].forEach(decodeURIComponent);
    return true;
  } catch {
    return false;
  }
}
