import { nearestName } from './near-names.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface Range {
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
}

/** The expected path of a URL, and an example URL for error messages. */
interface UrlForm {
  readonly path: RegExp;
  readonly like: string;
}

/**
 * Reads typed values from environment variables and collects all problems, so that the user sees every problem in one
 * run. An empty variable counts as absent.
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
      `set it to such a number, or unset it for the default ${fallback}`,
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
      'has an unknown value',
      `set it to ${choices.join(', ')}, or unset it for the default ${fallback}`,
    );
    return fallback;
  }

  /**
   * Reads a URL with a host and one of `protocols` (`https:`). Messages never repeat the value: it may contain a
   * password.
   */
  url(name: string, protocols: readonly string[], form: UrlForm = { path: /^/, like: `${protocols[0] ?? ''}//host` }) {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const url = URL.parse(text);
    const remedy = `set it to a URL like ${form.like}`;
    if (url === null || !protocols.includes(url.protocol) || url.hostname === '') {
      this.refuse(name, 'is not a valid URL for this setting', remedy);
    } else if (!isDecodable(url)) {
      this.refuse(name, 'has an invalid percent-encoding', 'write % in a user or password as %25');
    } else if (!form.path.test(url.pathname)) {
      this.refuse(name, 'has an invalid path after the host', remedy);
    } else {
      return text;
    }
    return undefined;
  }

  /** Records a problem: what is wrong with the variable, and how to fix it. */
  refuse(name: string, problem: string, remedy: string): void {
    this.problems.push(`${name} ${problem}: ${remedy}`);
  }

  /**
   * Records a problem for each variable with this prefix that is not a known setting, because it is probably mistyped.
   */
  refuseUnknown(prefix: string, known: readonly string[]): void {
    for (const name of Object.keys(this.environment)) {
      if (name.startsWith(prefix) && !known.includes(name)) {
        this.refuse(name, 'is not a setting', `unset it, or use one of ${known.join(', ')}`);
      }
    }
  }

  /**
   * Returns unknown variables that are probably mistyped settings: they share a setting's prefix, or are spelt almost
   * like one. Call it after every setting has been read.
   *
   * @param more names of settings that other code reads
   */
  unknownNames(more: readonly string[] = []): readonly UnknownName[] {
    const known = [...this.asked, ...more];
    const prefixes = [...new Set(known.flatMap((name) => /^[A-Z]+_/.exec(name)?.[0] ?? []))];
    return Object.keys(this.environment)
      .filter((name) => !known.includes(name) && !isSetByPlatform(name))
      .map((name) => ({ name, nearest: nearestName(name, known) }))
      .filter(({ name, nearest }) => nearest !== undefined || prefixes.some((prefix) => name.startsWith(prefix)));
  }
}

interface UnknownName {
  readonly name: string;
  /** The most similar setting. */
  readonly nearest: string | undefined;
}

/**
 * Docker and Kubernetes set variables for other services: a service `redis` sets REDIS_PORT, REDIS_SERVICE_HOST, …
 * Variables beginning with NODE_, except for our setting NODE_ENV, belong to Node.
 */
function isSetByPlatform(name: string): boolean {
  return /^NODE_|_SERVICE_(?:HOST|PORT)|_PORT(?:$|_\d)|_ENV_/.test(name);
}

/** The database drivers decode user, password and path, and fail at an invalid percent-encoding. */
function isDecodable({ username, password, pathname }: URL): boolean {
  try {
    [username, password, pathname].forEach(decodeURIComponent);
    return true;
  } catch {
    return false;
  }
}
