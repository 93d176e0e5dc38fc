/** What one check found. `warn` does not keep a process from working now; `fail` does, or will when it is needed. */
export interface Finding {
  /** What was checked, in one or two words. */
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail';
  /** What is the case, without secrets. */
  readonly text: string;
  /** What to do; undefined if nothing. */
  readonly remedy?: string | undefined;
}

export function ok(check: string, text: string): Finding {
  return { check, state: 'ok', text };
}

export function warn(check: string, text: string, remedy: string): Finding {
  return { check, state: 'warn', text, remedy };
}

export function fail(check: string, text: string, remedy: string): Finding {
  return { check, state: 'fail', text, remedy };
}

const beginsRemedy = /: (?=(?:create|free|give|let|rename|restore|run|set|start|stop|unset|upgrade|use|write)\b)/;

/** Problems of settings and start errors read `what is wrong: what to do`. */
export function failOf(check: string, message: string): Finding {
  const at = beginsRemedy.exec(message)?.index;
  return at === undefined
    ? fail(check, message, 'find the message in docs/TROUBLESHOOTING.md')
    : fail(check, message.slice(0, at), message.slice(at + 2));
}
