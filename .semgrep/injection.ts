// Planted faults: `ruleid` marks a line that the rule must find, `ok` one that it must not.
import { exec, execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import vm from 'node:vm';

const TASK_COLUMNS = 'id, title';
const findStatement = { name: 'tasks.find', text: 'SELECT id FROM tasks WHERE id = $1' };

export async function sql(db, knex, { query, body }) {
  // ruleid: sql-from-strings
  await db.query(`SELECT * FROM tasks WHERE title = '${body.title}'`);
  // ruleid: sql-from-strings
  await db.query('SELECT * FROM tasks WHERE title = ' + body.title);
  const order = `ORDER BY ${query.sort}`;
  // ruleid: sql-from-strings
  await knex.raw(order);
  // ruleid: sql-from-strings
  await db.query({ name: 'tasks.sorted', text: 'SELECT id FROM tasks '.concat(query.sort) });
  // ruleid: sql-from-strings
  await knex('tasks').orderByRaw(query.sort);
  // ruleid: sql-from-strings
  await knex('tasks').whereRaw(`title = '${body.title}'`);
  // ok: sql-from-strings
  await db.query(findStatement, [body.id]);
  // ok: sql-from-strings
  await db.query(`SELECT ${TASK_COLUMNS} FROM tasks WHERE title = $1`, [body.title]);
  // ok: sql-from-strings
  await knex('tasks').whereRaw('title = ?', [body.title]);
}

export function commands(file) {
  // ruleid: command-from-strings
  exec(`gzip ${file}`);
  // ruleid: command-from-strings
  spawn('gzip', [file], { stdio: 'inherit', shell: true });
  // ok: command-from-strings
  execFile('gzip', [file]);
  // ok: command-from-strings
  exec('uname -a');
  // ok: command-from-strings
  /a+/.exec(file);
}

export function code(text) {
  // ruleid: code-from-strings
  eval(text);
  // ruleid: code-from-strings
  new Function('value', text);
  // ruleid: code-from-strings
  vm.runInNewContext(text);
  // ok: code-from-strings
  evaluate(text);
}

export async function requests(context, { body, query }) {
  // ruleid: request-as-pattern-path-or-address
  new RegExp(query.q);
  // ruleid: request-as-pattern-path-or-address
  await readFile(join('/srv/exports', context.params.name));
  const target = context.query.return_to;
  // ruleid: request-as-pattern-path-or-address
  context.redirect(target);
  // ruleid: request-as-pattern-path-or-address
  await fetch(body.callback_url);
  // ruleid: request-as-pattern-path-or-address
  await fetch(`https://${context.get('Host')}/verify`);
  // ok: request-as-pattern-path-or-address
  new RegExp('^[a-z]+$').test(query.q);
  // ok: request-as-pattern-path-or-address
  await readFile(join('/srv/exports', 'index.html'));
  // ok: request-as-pattern-path-or-address
  context.redirect('/api/docs');
}

export function html(element, text) {
  // ruleid: html-from-strings
  element.innerHTML = text;
  // ruleid: html-from-strings
  element.insertAdjacentHTML('beforeend', text);
  // ok: html-from-strings
  element.textContent = text;
  // ok: html-from-strings
  element.innerHTML = '';
}
