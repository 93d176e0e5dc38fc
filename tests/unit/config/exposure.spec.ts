import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadConfig } from '../../../src/config.ts';
import { problemsOf } from '../../support/config-problems.ts';
import { goodToken, production } from '../../support/production-settings.ts';

describe('settings of exposure', () => {
  let dataDir = '';
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'architect-config-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  describe('in production', () => {
    for (const PUBLIC_URL of ['http://architect.example.com', 'HTTP://architect.example.com:8080/']) {
      it(`refuses ${PUBLIC_URL}, unless ALLOW_PLAIN_HTTP is true`, () => {
        const problems = problemsOf({ ...production, PUBLIC_URL });
        expect(problems).to.have.length(1);
        expect(problems[0]).to.match(/^PUBLIC_URL is without https.*ALLOW_PLAIN_HTTP=true/);
        expect(problemsOf({ ...production, PUBLIC_URL, ALLOW_PLAIN_HTTP: 'false' })).to.deep.equal(problems);
        expect(problemsOf({ ...production, PUBLIC_URL, ALLOW_PLAIN_HTTP: 'true' })).to.deep.equal([]);
        expect(problemsOf({ PUBLIC_URL })).to.deep.equal([]);
      });
    }

    it('refuses to write mail to files, unless MAIL_TO_FILES is true', () => {
      const { SMTP_URL: _without, ...rest } = production;
      const problems = problemsOf(rest);
      expect(problems).to.have.length(1);
      expect(problems[0]).to.match(/^SMTP_URL is missing.*MAIL_TO_FILES=true/);
      expect(problemsOf({ ...rest, MAIL_TO_FILES: 'true' })).to.deep.equal([]);
      expect(problemsOf({})).to.deep.equal([]);
    });

    const token = goodToken;
    const metrics: readonly (readonly [string, Record<string, string>, object])[] = [
      ['nowhere', {}, { isPublic: false, port: undefined, token: undefined }],
      ['on their own port', { METRICS_PORT: '9100' }, { isPublic: false, port: 9100, token: undefined }],
      ['for the token', { METRICS_TOKEN: token }, { isPublic: true, port: undefined, token }],
      [
        'on their own port for the token',
        { METRICS_PORT: '9100', METRICS_TOKEN: token },
        { isPublic: false, port: 9100, token },
      ],
    ];
    for (const [where, settings, expected] of metrics) {
      it(`serves /metrics ${where} with ${Object.keys(settings).join(' and ') || 'no setting'}`, () => {
        expect(loadConfig({ ...production, ...settings }).metrics).to.deep.equal(expected);
      });
    }
  });

  it("refuses the API's own port as METRICS_PORT, and takes a free one for each", () => {
    const problem = /^METRICS_PORT is the port of the API: set it to another one/;
    expect(problemsOf({ METRICS_PORT: '8080' })).to.have.length(1);
    expect(problemsOf({ PORT: '9100', METRICS_PORT: '9100' })[0]).to.match(problem);
    expect(problemsOf({ PORT: '9100', METRICS_PORT: '8080' })).to.deep.equal([]);
    expect(problemsOf({ PORT: '0', METRICS_PORT: '0' })).to.deep.equal([]);
  });

  it('serves /metrics beside the API in development', () => {
    expect(loadConfig({ DATA_DIR: dataDir }).metrics.isPublic).to.equal(true);
  });

  for (const METRICS_TOKEN of ['3f9c1a', '3f9c1a2b4d5e6f7', 'with a space in the middle of it']) {
    it(`refuses "${METRICS_TOKEN}" as METRICS_TOKEN, and does not repeat it`, () => {
      const problems = problemsOf({ METRICS_TOKEN });
      expect(problems).to.have.length(1);
      expect(problems[0])
        .to.match(/^METRICS_TOKEN /)
        .and.not.include(METRICS_TOKEN);
    });
  }

  it('accepts a commit of 40 digits as BUILD_COMMIT, and nothing else', () => {
    const BUILD_COMMIT = '4d1f6b0c2a9e8d7c6b5a49382716f5e4d3c2b1a0';
    expect(loadConfig({ DATA_DIR: dataDir, BUILD_COMMIT }).build.commit).to.equal(BUILD_COMMIT);
    expect(problemsOf({ BUILD_COMMIT: 'main' })).to.have.length(1);
  });
});
