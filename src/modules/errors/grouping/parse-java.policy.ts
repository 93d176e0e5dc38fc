import type { Failure, StackFrame } from './failure.types.ts';
import { startDraft, toFailure, unknownFrame, type Draft } from './trace-lines.policy.ts';

// What Throwable.printStackTrace writes, of Java and of other languages of the JVM.

const FRAME = /^\s*at ([^\s()]+)\(([^()]*)\)\s*(?:~?\[[^\]]*\])?$/;
const HEADER = /^((?:[a-z_$][\w$]*\.)+[A-Za-z_$][\w$]*)(?:: ?(.*))?$/;
const UNCAUGHT = /^Exception in thread "[^"]*" /;
const MORE = /^\s*\.\.\. (\d+) (?:more|common frames omitted)\s*$/;
/** Packages of the platform, of its languages and of widely used frameworks. */
const LIBRARY =
  /^(?:java|javax|jdk|sun|com\.sun|jakarta|kotlin|kotlinx|scala|groovy|clojure|org\.(?:springframework|apache|hibernate|junit|eclipse|jboss|slf4j|postgresql|gradle|codehaus|mockito|testng)|io\.(?:netty|grpc|micrometer|undertow|quarkus|micronaut|vertx|reactivex)|reactor|com\.(?:fasterxml|google\.(?:common|inject|gson)|zaxxer|mysql|intellij)|ch\.qos|okhttp3|retrofit2|android|androidx|com\.android|dalvik)\./;

/** Returns undefined if no line is a frame. */
export function parseJava(text: string): Failure | undefined {
  const read = new TraceReader();
  for (const line of text.split(/\r?\n/)) read.take(line);
  return toFailure(read.drafts, 'java');
}

class TraceReader {
  readonly drafts: Draft[] = [];
  #current: Draft | undefined;
  /** The trace that "... 12 more" refers to. */
  #enclosing: Draft | undefined;
  #isSuppressed = false;
  #isHeaderOpen = false;

  take(line: string): void {
    const caused = /^(\s*)(Caused by|Suppressed): (.*)$/.exec(line);
    if (caused !== null) {
      // A suppressed error came after the failure, and says nothing of its cause.
      this.#isSuppressed = caused[2] === 'Suppressed' || (this.#isSuppressed && caused[1] !== '');
      if (!this.#isSuppressed) this.#start(caused[3] ?? '');
    } else if (!this.#isSuppressed) this.#takeWithin(line);
    else if (/^\S/.test(line)) this.#isSuppressed = false;
  }

  #takeWithin(line: string): void {
    const found = FRAME.exec(line);
    const more = MORE.exec(line);
    if (found !== null) {
      if (this.#current === undefined) this.#start('');
      this.#current?.frames.push(toFrame(found[1] ?? '', found[2] ?? ''));
      this.#isHeaderOpen = false;
    } else if (more !== null) {
      const count = Number(more[1]);
      if (count > 0) this.#current?.frames.push(...(this.#enclosing?.frames.slice(-count) ?? []));
    } else if (this.#current === undefined) {
      if (HEADER.test(line.trim().replace(UNCAUGHT, '')) || UNCAUGHT.test(line)) this.#start(line.trim());
    } else if (this.#isHeaderOpen) this.#current.message += `\n${line}`;
  }

  #start(text: string): void {
    const header = HEADER.exec(text.replace(UNCAUGHT, '').replace(/^\[CIRCULAR REFERENCE: ?(.*)\]$/, '$1'));
    this.#enclosing = this.#current;
    this.#current = header === null ? startDraft(null, text) : startDraft(header[1] ?? null, header[2] ?? '');
    this.drafts.push(this.#current);
    this.#isHeaderOpen = true;
  }
}

function toFrame(call: string, place: string): StackFrame {
  const dot = call.lastIndexOf('.');
  const path = call.slice(0, Math.max(dot, 0));
  // Modules and class loaders are written before the class: `app//com.example.Orders`.
  const module = path.replace(/^.*\/(?!0x)/, '');
  const [, file, line] = /^(.*?)(?::(\d+))?$/.exec(place) ?? [];
  const isSource = file !== undefined && file !== 'Native Method' && file !== 'Unknown Source' && file !== '';
  return {
    ...unknownFrame,
    file: isSource ? file : null,
    function: call.slice(dot + 1),
    module,
    line: line === undefined ? null : Number(line),
    in_app:
      !LIBRARY.test(module) &&
      !/^(?:java|jdk)\./.test(path.replace(/\/.*$/, '')) &&
      !/(?:^|\.)\$Proxy\d|\$\$(?:Lambda|SpringCGLIB|EnhancerBy|FastClassBy)/.test(module),
  };
}
