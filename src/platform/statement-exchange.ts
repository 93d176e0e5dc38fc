import pg from 'pg';
import { prepareValue } from 'pg/lib/utils.js';
import { decodeRow, noRows, toRowShape, type RowShape } from './row-decoder.ts';

/** A statement with its values, as it is sent. A statement with a name is prepared once per connection. */
export interface SentStatement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly (Buffer | string | null)[];
  /** False if nobody reads the rows: the server then need not describe them. */
  readonly hasResult: boolean;
}

export interface StatementResult {
  /** The command, with its number of rows if it has one: `INSERT 0 1`, `COMMIT`. */
  readonly tag: string;
  readonly rows: object[];
}

/** What became of the statements: the results of those that ran, and the failure of the one that ended the exchange. */
export interface ExchangeOutcome {
  readonly results: readonly (StatementResult | RangeError)[];
  readonly failure: Error | undefined;
}

type OnOutcome = (outcome: ExchangeOutcome) => void;

/** The parts of pg's connection that write messages; its types declare other parameters. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  /** Texts of prepared statements by their names, which pg keeps. */
  readonly parsedStatements: Record<string, string>;
  /** The same of those whose preparation has been sent. */
  readonly submittedNamedStatements: Record<string, string>;
  parse(message: { readonly name: string | undefined; readonly text: string }): void;
  bind(message: { readonly statement: string | undefined; readonly values: SentStatement['values'] }): void;
  describe(message: { readonly type: 'P'; readonly name: string }): void;
  execute(message: { readonly portal: string; readonly rows: number }): void;
  sync(): void;
}

/** The shapes of the prepared statements of a connection, by name: a statement is described once. */
const describedOn = new WeakMap<Wire, Map<string, RowShape>>();

/** Converts values to the texts of the protocol, as pg does. @throws if a value has no such text (circular JSON) */
export function toSent(
  statement: { readonly name?: string; readonly text: string },
  values: readonly unknown[],
  hasResult = true,
): SentStatement {
  const { name, text } = statement;
  return { name, text, values: values.map((value) => prepareValue(value)), hasResult };
}

/**
 * Statements that go to the server together and need one round trip: one Sync ends all of them (PostgreSQL, 55.2.3). The
 * server runs them in their order. If one fails it skips the later ones, so that nothing runs outside of a transaction
 * whose BEGIN failed, and nothing is committed after a failure.
 *
 * pg runs it as one of its queries, by the methods that it calls for messages of the server.
 */
export class StatementExchange extends pg.Query {
  readonly statements: readonly SentStatement[];
  readonly #onOutcome: OnOutcome;
  readonly #results: (StatementResult | RangeError)[] = [];
  #wire: Wire | undefined;
  #shape: RowShape | undefined;
  #rows: object[] = [];
  #unreadable: RangeError | undefined;
  // pg reads both when the current statement is prepared or fails, to keep its list of prepared statements.
  declare name: string | undefined;
  declare text: string | undefined;

  constructor(statements: readonly SentStatement[], onOutcome: OnOutcome) {
    super({ text: '' });
    this.statements = statements;
    this.#onOutcome = onOutcome;
    this.#begin();
  }

  override submit = (connection: pg.Connection): Error | null => {
    const wire = connection as unknown as Wire;
    const clash = this.statements.find(({ name, text }) => (preparedText(wire, name) ?? text) !== text);
    if (clash !== undefined) return new Error(`the name ${clash.name ?? ''} stands for two statements`);
    this.#wire = wire;
    wire.stream.cork();
    for (const statement of this.statements) send(wire, statement);
    wire.sync();
    wire.stream.uncork();
    return null;
  };

  handleRowDescription({ fields }: { readonly fields: Parameters<typeof toRowShape>[0] }): void {
    this.#shape = toRowShape(fields);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.#unreadable !== undefined || this.statements[this.#results.length]?.hasResult !== true) return;
    try {
      this.#rows.push(decodeRow((this.#shape ??= this.#described() ?? noRows), fields));
    } catch (error) {
      this.#unreadable = error as RangeError;
    }
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const { name, hasResult } = this.statements[this.#results.length] ?? {};
    if (name !== undefined && hasResult === true) this.#describe(name);
    this.#results.push(this.#unreadable ?? { tag: text, rows: this.#rows });
    this.#begin();
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handleReadyForQuery(): void {
    this.#onOutcome({ results: this.#results, failure: undefined });
  }

  handleError(failure: Error): void {
    const submitted = this.#wire?.submittedNamedStatements;
    // The server has skipped the preparation of the later ones.
    for (const { name } of this.statements.slice(this.#results.length))
      if (submitted !== undefined && name !== undefined) Reflect.deleteProperty(submitted, name);
    this.#onOutcome({ results: this.#results, failure });
  }

  /** pg calls it if the server asks for rows of COPY FROM STDIN, which has no meaning here. */
  handleCopyInResponse(connection: { sendCopyFail(reason: string): void }): void {
    connection.sendCopyFail('a statement cannot read from its client');
  }

  handleCopyData(): void {
    // The rows of COPY TO STDOUT are ignored.
  }

  #begin(): void {
    const next = this.statements[this.#results.length];
    this.name = next?.name;
    this.text = next?.text;
    this.#shape = undefined;
    this.#rows = [];
    this.#unreadable = undefined;
  }

  #described(): RowShape | undefined {
    return this.#wire && this.name !== undefined ? describedOn.get(this.#wire)?.get(this.name) : undefined;
  }

  #describe(name: string): void {
    if (this.#wire === undefined) return;
    const described = describedOn.get(this.#wire) ?? new Map<string, RowShape>();
    describedOn.set(this.#wire, described);
    if (!described.has(name)) described.set(name, this.#shape ?? noRows);
  }
}

function preparedText(wire: Wire, name: string | undefined): string | undefined {
  return name === undefined ? undefined : (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name]);
}

function send(wire: Wire, { name, text, values, hasResult }: SentStatement): void {
  if (preparedText(wire, name) === undefined) {
    wire.parse({ name, text });
    if (name !== undefined) wire.submittedNamedStatements[name] = text;
  }
  wire.bind({ statement: name, values });
  const isDescribed = name !== undefined && describedOn.get(wire)?.has(name) === true;
  if (hasResult && !isDescribed) wire.describe({ type: 'P', name: '' });
  wire.execute({ portal: '', rows: 0 });
}
