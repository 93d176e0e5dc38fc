import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadConfig, type Config } from '../../../src/config.ts';
import { problemsOf } from '../../support/config-problems.ts';

describe('settings of traces', () => {
  let dataDir = '';
  before(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'architect-config-'));
  });
  after(() => rmSync(dataDir, { recursive: true }));

  const load = (settings: Readonly<Record<string, string>>): Config['tracing'] =>
    loadConfig({ DATA_DIR: dataDir, ...settings }).tracing;
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://collector:4318';

  it('turn them on with an endpoint only, whose path they complete', () => {
    expect(load({}).endpoint).to.equal(undefined);
    expect(load({ OTEL_SERVICE_NAME: 'a', OTEL_TRACES_SAMPLER: 'always_on' }).endpoint).to.equal(undefined);
    for (const end of ['', '/']) {
      const { endpoint } = load({ OTEL_EXPORTER_OTLP_ENDPOINT: OTEL_EXPORTER_OTLP_ENDPOINT + end });
      expect(endpoint).to.equal('http://collector:4318/v1/traces');
    }
    const below = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector/otlp' };
    expect(load(below).endpoint).to.equal('https://collector/otlp/v1/traces');
  });

  it('take the endpoint of traces as it is', () => {
    const OTEL_EXPORTER_OTLP_TRACES_ENDPOINT = 'https://traces.example.com/in';
    const both = { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT };
    expect(load(both).endpoint).to.equal('https://traces.example.com/in');
    expect(load({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT }).endpoint).to.equal('https://traces.example.com/in');
  });

  for (const off of [{ OTEL_SDK_DISABLED: 'true' }, { OTEL_TRACES_EXPORTER: 'none' }]) {
    it(`turn them off with ${Object.entries(off).flat().join('=')}`, () => {
      expect(load({ OTEL_EXPORTER_OTLP_ENDPOINT, ...off }).endpoint).to.equal(undefined);
    });
  }

  it('read pairs with percent-encoded values', () => {
    const pairs = 'api-key=a%3Db%2Cc, other = two words ,,empty=';
    expect(load({ OTEL_EXPORTER_OTLP_HEADERS: pairs }).headers).to.deep.equal({
      'api-key': 'a=b,c',
      other: 'two words',
      empty: '',
    });
    const { service, resource } = load({ OTEL_RESOURCE_ATTRIBUTES: 'service.name=named,k8s.pod.name=p-1' });
    expect([service, resource['k8s.pod.name']]).to.deep.equal(['named', 'p-1']);
    const named = { OTEL_RESOURCE_ATTRIBUTES: 'service.name=named', OTEL_SERVICE_NAME: 'first' };
    expect([load(named).service, load({}).service]).to.deep.equal(['first', 'architect']);
  });

  for (const [text, ratio] of [
    ['0', 0],
    ['1', 1],
    ['0.25', 0.25],
    ['.5', 0.5],
    ['1.0', 1],
  ] as const) {
    it(`take ${text} as the sampled part`, () => {
      expect(load({ OTEL_TRACES_SAMPLER_ARG: text }).ratio).to.equal(ratio);
    });
  }

  const invalid: readonly (readonly [name: string, value: string])[] = [
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'ftp://collector'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'hidden-value'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'api-key=hidden-value%'],
    ['OTEL_EXPORTER_OTLP_HEADERS', '=hidden-value'],
    ['OTEL_RESOURCE_ATTRIBUTES', 'a=%zz'],
    ['OTEL_TRACES_SAMPLER', 'jaeger_remote'],
    ...['1.1', '-1', '10 %', '0.5x', 'all', '.'].map((part) => ['OTEL_TRACES_SAMPLER_ARG', part] as const),
    ['OTEL_TRACES_EXPORTER', 'zipkin'],
    ['OTEL_SDK_DISABLED', 'yes'],
  ];
  for (const [name, value] of invalid) {
    it(`refuse ${name}=${value}, without repeating the value`, () => {
      const problems = problemsOf({ [name]: value });
      expect(problems).to.have.length(1);
      expect(problems[0]).to.match(new RegExp(`^${name} `));
      expect(problems[0]).not.to.include('hidden-value');
    });
  }
});
