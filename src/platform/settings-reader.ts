import { nearestName } from './near-names.ts';
import { readTextFile } from './text-file.ts';

const FILE_SUFFIX = '_FILE';

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

/** A list of hosts, as libpq allows it. The drivers would take it for the name of one host. */
const severalHosts = /^[a-z]+:\/\/(?:[^/]*@)?[^/@?#]*,[^/@]*(?:\/|$)/;

/**
 * Reads typed values from environment variables and collects all problems, so that the user sees every problem in one
 * run. An empty variable counts as absent.
 */
export class SettingsReader {
  readonly problems: string[] = [];
  private readonly asked = new Set<string>();
  private readonly environment: Environment;
  private readonly secrets: readonly string[];
  private readonly contents = new Map<string, string | undefined>();

  /** @param secrets settings that can be given as a file, whose path is in `<name>_FILE` */
  constructor(environment: Environment, secrets: readonly string[] = []) {
    this.environment = environment;
    this.secrets = secrets;
  }

  /** Returns a variable, or the content of the file that its `<name>_FILE` names, without surrounding white space. */
  text(name: string): string | undefined {
    const value = this.variable(name);
    const path = this.pathOf(name);
    if (path === undefined) return value;
    if (!this.contents.has(name)) this.contents.set(name, this.content(name, path, value));
    return this.contents.get(name);
  }

  /** Returns the paths of the files that secrets were read from. */
  secretFiles(): readonly { readonly name: string; readonly path: string }[] {
    return this.secrets.flatMap((name) => {
      const path = this.pathOf(name);
      return path === undefined ? [] : [{ name: name + FILE_SUFFIX, path }];
    });
  }

  private variable(name: string): string | undefined {
    this.asked.add(name);
    const value = this.environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  private pathOf(name: string): string | undefined {
    return this.secrets.includes(name) ? this.variable(name + FILE_SUFFIX) : undefined;
  }

  /** Reads a secret's file once; a file that cannot be used is one problem, however often the setting is read. */
  private content(name: string, path: string, value: string | undefined): string | undefined {
    const fileName = name + FILE_SUFFIX;
    if (value !== undefined) this.refuse(fileName, `is set beside ${name}`, 'unset one of them');
    const { text, fault, reason = '' } = readTextFile(path);
    const readable = 'set it to a file that this account may read';
    if (fault === 'absent') this.refuse(fileName, `cannot be read (${path}, ${reason})`, readable);
    else if (fault === 'special') this.refuse(fileName, `names no regular file (${path})`, readable);
    else if (fault === 'large')
      this.refuse(fileName, `names a file that is too large (${path})`, `write only the value of ${name} into it`);
    else if (fault === 'binary')
      this.refuse(fileName, `names a file that is not text in UTF-8 (${path})`, `write the value of ${name} as text`);
    else if (text === '') this.refuse(fileName, `names an empty file (${path})`, `write the value of ${name} into it`);
    else return text;
    return undefined;
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
    if (severalHosts.test(text)) {
      this.refuse(
        name,
        'names several hosts',
        `set it to one address that leads to the server in charge, ${form.like}`,
      );
    } else if (url === null || !protocols.includes(url.protocol) || url.hostname === '') {
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

  /** Records a problem: what is wrong with the variable, or with the file in its place, and how to fix it. */
  refuse(name: string, problem: string, remedy: string): void {
    const path = this.pathOf(name);
    // A file that could not be read is already a problem.
    if (path !== undefined && this.text(name) === undefined) return;
    const place = path === undefined ? name : `${name}, read from ${path},`;
    this.problems.push(`${place} ${problem}: ${remedy}`);
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
      .filter((name) => !known.includes(name))
      .map((name) => ({ name, nearest: nearestName(name, known) }))
      .filter(({ name, nearest }) => !isSetByPlatform(name) || (nearest !== undefined && this.isPortNumber(name)))
      .filter(({ name, nearest }) => nearest !== undefined || prefixes.some((prefix) => name.startsWith(prefix)));
  }

  /** METRIC_PORT=9464 is a mistyped setting; METRIC_PORT=tcp://10.0.0.1:9464 is set by Kubernetes for a service `metric`. */
  private isPortNumber(name: string): boolean {
    return name.endsWith('_PORT') && /^\d+$/.test(this.environment[name] ?? '');
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
