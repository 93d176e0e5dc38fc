import { expect } from 'chai';
import type { Violation } from '../../../../src/problems/app-error.ts';
import type { Operation, Parameter, ParameterType, Validators } from '../../../../src/contract/operation.ts';
import { compileParameters, type RawParameters } from '../../../../src/contract/request/parameters.ts';

const string: ParameterType = { kind: 'string' };
const strings: ParameterType = { kind: 'array', items: string };
const colour: ParameterType = {
  kind: 'object',
  properties: { R: { kind: 'integer' }, G: { kind: 'integer' }, B: { kind: 'integer' } },
  additional: false,
};

type Declared = Partial<Parameter> & Pick<Parameter, 'in' | 'style' | 'explode' | 'type'>;

/** Reads a request of an operation with one parameter named `color`, whose schema takes everything. */
function read(parameter: Declared, raw: Partial<RawParameters>, credentials: readonly string[] = []) {
  const row = { name: 'color', required: false, validator: 'any', ...parameter };
  const operation = { path: row.in === 'path' ? '/{color}' : '/', parameters: [row] } as unknown as Operation;
  const validators: Validators = { hash: '', byKey: { any: () => true } };
  const violations: Violation[] = [];
  const decoder = compileParameters(operation, validators, credentials);
  return { ...decoder({ segments: [], query: '', headers: {}, ...raw }, violations), violations };
}

/** Decodes the parameter. */
function decode(parameter: Declared, raw: Partial<RawParameters>, credentials: readonly string[] = []) {
  const { violations, ...decoded } = read(parameter, raw, credentials);
  const location = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const;
  return { value: decoded[location[parameter.in]]['color'], violations };
}

const text = 'blue';
const list = ['blue', 'black', 'brown'];
const rgb = { R: 100, G: 200, B: 150 };

describe('parameters', () => {
  describe('the table "Style Examples" of OpenAPI 3.1', () => {
    type Row = [Parameter['in'], Parameter['style'], boolean, ParameterType, string, unknown];
    const rows: readonly Row[] = [
      ['path', 'matrix', false, string, ';color', ''],
      ['path', 'matrix', false, string, ';color=blue', text],
      ['path', 'matrix', false, strings, ';color=blue,black,brown', list],
      ['path', 'matrix', false, colour, ';color=R,100,G,200,B,150', rgb],
      ['path', 'matrix', true, string, ';color', ''],
      ['path', 'matrix', true, string, ';color=blue', text],
      ['path', 'matrix', true, strings, ';color=blue;color=black;color=brown', list],
      ['path', 'matrix', true, colour, ';R=100;G=200;B=150', rgb],
      ['path', 'label', false, string, '.', ''],
      ['path', 'label', false, string, '.blue', text],
      ['path', 'label', false, strings, '.blue,black,brown', list],
      ['path', 'label', false, colour, '.R,100,G,200,B,150', rgb],
      ['path', 'label', true, string, '.', ''],
      ['path', 'label', true, string, '.blue', text],
      ['path', 'label', true, strings, '.blue.black.brown', list],
      ['path', 'label', true, colour, '.R=100.G=200.B=150', rgb],
      ['path', 'simple', false, string, 'blue', text],
      ['path', 'simple', false, strings, 'blue,black,brown', list],
      ['path', 'simple', false, colour, 'R,100,G,200,B,150', rgb],
      ['path', 'simple', true, string, 'blue', text],
      ['path', 'simple', true, strings, 'blue,black,brown', list],
      ['path', 'simple', true, colour, 'R=100,G=200,B=150', rgb],
      ['header', 'simple', false, string, 'blue', text],
      ['header', 'simple', false, strings, 'blue, black,brown', list],
      ['header', 'simple', false, colour, 'R,100,G,200,B,150', rgb],
      ['header', 'simple', true, string, 'blue', text],
      ['header', 'simple', true, strings, 'blue,black,brown', list],
      ['header', 'simple', true, colour, 'R=100,G=200,B=150', rgb],
      ['query', 'form', false, string, 'color=', ''],
      ['query', 'form', false, string, 'color=blue', text],
      ['query', 'form', false, strings, 'color=blue,black,brown', list],
      ['query', 'form', false, colour, 'color=R,100,G,200,B,150', rgb],
      ['query', 'form', true, string, 'color=', ''],
      ['query', 'form', true, string, 'color=blue', text],
      ['query', 'form', true, strings, 'color=blue&color=black&color=brown', list],
      ['query', 'form', true, colour, 'R=100&G=200&B=150', rgb],
      ['query', 'spaceDelimited', false, strings, 'color=blue%20black%20brown', list],
      ['query', 'spaceDelimited', false, strings, 'color=blue+black+brown', list],
      ['query', 'spaceDelimited', false, colour, 'color=R%20100%20G%20200%20B%20150', rgb],
      ['query', 'spaceDelimited', true, strings, 'color=blue&color=black&color=brown', list],
      ['query', 'pipeDelimited', false, strings, 'color=blue%7Cblack%7Cbrown', list],
      ['query', 'pipeDelimited', false, strings, 'color=blue|black|brown', list],
      ['query', 'pipeDelimited', false, colour, 'color=R%7C100%7CG%7C200%7CB%7C150', rgb],
      ['query', 'pipeDelimited', true, strings, 'color=blue&color=black&color=brown', list],
      ['query', 'deepObject', true, colour, 'color%5BR%5D=100&color%5BG%5D=200&color[B]=150', rgb],
      ['cookie', 'form', false, string, 'a=1; color=blue', text],
      ['cookie', 'form', false, strings, 'color=blue,black,brown', list],
      ['cookie', 'form', false, string, 'color=', ''],
      ['cookie', 'form', false, colour, 'color=R,100,G,200,B,150', rgb],
      ['cookie', 'form', true, string, 'color=blue; a=1', text],
      ['cookie', 'form', true, strings, 'color=blue; color=black; color=brown', list],
      ['cookie', 'form', true, colour, 'R=100; G=200; B=150', rgb],
    ];
    it('is there as a whole: every cell, in every place that takes the style', () => {
      const kinds = ['string', 'array', 'object'] as const;
      const cells = (place: Parameter['in'], style: Parameter['style'], explodes = [false, true]) =>
        explodes.flatMap((explode) => kinds.map((kind) => `${place} ${style} ${explode} ${kind}`));
      const delimited = (['spaceDelimited', 'pipeDelimited'] as const).flatMap((style) =>
        cells('query', style, [false]).filter((cell) => !cell.endsWith('string')),
      );
      const table = [
        ...(['matrix', 'label', 'simple'] as const).flatMap((style) => cells('path', style)),
        ...cells('header', 'simple'),
        ...cells('query', 'form'),
        ...cells('cookie', 'form'),
        ...delimited,
        'query deepObject true object',
      ];
      const tried = rows.map(([place, style, explode, { kind }]) => `${place} ${style} ${explode} ${kind}`);
      expect(table.filter((cell) => !tried.includes(cell))).to.deep.equal([]);
    });
    for (const [location, style, explode, type, wire, value] of rows) {
      it(`${style}${explode ? '*' : ''} ${type.kind} in ${location}: ${wire}`, () => {
        const raw = {
          path: { segments: [wire] },
          query: { query: wire },
          header: { headers: { color: wire } },
          cookie: { headers: { cookie: wire } },
        }[location];
        expect(decode({ in: location, style, explode, type }, raw)).to.deep.equal({ value, violations: [] });
      });
    }
  });

  describe('values', () => {
    const valueOf = (kind: 'integer' | 'number' | 'boolean', wire: string) =>
      decode({ in: 'query', style: 'form', explode: true, type: { kind } }, { query: `color=${wire}` }).value;

    for (const [wire, value] of [
      ['0', 0],
      ['7', 7],
      ['-12', -12],
      ['-0', 0],
      ['9007199254740991', 9007199254740991],
    ] as const) {
      it(`takes the integer ${wire}`, () => expect(valueOf('integer', wire)).to.equal(value));
    }
    for (const wire of ['', '01', '%2B1', '1.0', '1e3', '0x10', ' 1', '9007199254740993', 'NaN', '-']) {
      it(`leaves "${wire}" text where an integer is asked for`, () =>
        expect(valueOf('integer', wire)).to.be.a('string'));
    }
    for (const [wire, value] of [
      ['1.5', 1.5],
      ['-2e3', -2000],
      ['0.25', 0.25],
    ] as const) {
      it(`takes the number ${wire}`, () => expect(valueOf('number', wire)).to.equal(value));
    }
    for (const wire of ['1e999', 'Infinity', '.5', '1.', '0b1']) {
      it(`leaves "${wire}" text where a number is asked for`, () => expect(valueOf('number', wire)).to.be.a('string'));
    }
    it('takes true and false, and nothing like them', () => {
      expect(['true', 'false', 'True', '1', 'yes', ''].map((wire) => valueOf('boolean', wire))).to.deep.equal([
        true,
        false,
        'True',
        '1',
        'yes',
        '',
      ]);
    });
    it('reads JSON where the parameter has content', () => {
      const parameter = { in: 'query', style: 'form', explode: true, type: { kind: 'json' } } as const;
      expect(decode(parameter, { query: 'color=%7B%22a%22%3A1%7D' }).value).to.deep.equal({ a: 1 });
      expect(decode(parameter, { query: 'color=%7B' }).violations[0]?.code).to.equal('malformed_json');
    });
  });

  describe('encoding', () => {
    const inQuery = { in: 'query', style: 'form', explode: true, type: string } as const;

    it('decodes percent signs as UTF-8, and a plus in a query as a space', () => {
      expect(decode(inQuery, { query: 'color=gr%C3%BCn+blau' }).value).to.equal('grün blau');
    });
    it('leaves a plus in a path alone', () => {
      const inPath = { in: 'path', style: 'simple', explode: false, type: string } as const;
      expect(decode(inPath, { segments: ['a+b%20c'] }).value).to.equal('a+b c');
    });
    it('keeps an encoded delimiter in the value', () => {
      const parameter = { in: 'query', style: 'form', explode: false, type: strings } as const;
      expect(decode(parameter, { query: 'color=a%2Cb,c' }).value).to.deep.equal(['a,b', 'c']);
    });
    for (const wire of ['%', '%zz', '%ff', '%C3%28']) {
      it(`refuses ${wire} in a query and in a path`, () => {
        const inPath = { in: 'path', style: 'simple', explode: false, type: string } as const;
        for (const { violations } of [
          decode(inQuery, { query: `color=${wire}` }),
          decode(inPath, { segments: [wire] }),
        ]) {
          expect(violations.map(({ parameter, code }) => [parameter, code])).to.deep.equal([
            ['color', 'malformed_encoding'],
          ]);
        }
      });
    }
  });

  describe('violations', () => {
    const scalar = { in: 'query', style: 'form', explode: true, type: string } as const;
    const codes = (violations: readonly Violation[]) => violations.map(({ parameter, code }) => `${parameter} ${code}`);

    it('names a scalar that is given twice, even with the same value', () => {
      expect(codes(decode(scalar, { query: 'color=a&color=a' }).violations)).to.deep.equal([
        'color duplicate_parameter',
      ]);
    });
    it('names every unknown parameter', () => {
      expect(codes(decode(scalar, { query: 'colour=a&Color=b&=c&color=d' }).violations)).to.deep.equal([
        'colour unknown_parameter',
        'Color unknown_parameter',
        ' unknown_parameter',
      ]);
    });
    it('leaves API keys in the query to the security schemes', () => {
      expect(codes(decode(scalar, { query: 'key=a&kay=b' }, ['key']).violations)).to.deep.equal([
        'kay unknown_parameter',
      ]);
    });
    it('takes no pair for a parameter that is empty', () => {
      expect(decode(scalar, { query: '&color=a&&' })).to.deep.equal({ value: 'a', violations: [] });
    });
    it('takes an unknown cookie for somebody else’s', () => {
      const cookie = { in: 'cookie', style: 'form', explode: true, type: string } as const;
      expect(decode(cookie, { headers: { cookie: 'other=1' } }).violations).to.deep.equal([]);
    });
    it('names a required parameter that is missing', () => {
      expect(codes(decode({ ...scalar, required: true }, {}).violations)).to.deep.equal(['color required']);
    });
    it('leaves headers alone that content negotiation and security describe', () => {
      for (const name of ['Accept', 'Content-Type', 'Authorization', 'authorization']) {
        const header = { in: 'header', style: 'simple', explode: false, type: string, name, required: true } as const;
        expect(decode(header, {}).violations).to.deep.equal([]);
      }
    });
    it('names what does not have the form of its style', () => {
      const forms = [
        decode({ in: 'path', style: 'label', explode: false, type: string }, { segments: ['blue'] }),
        decode({ in: 'path', style: 'matrix', explode: false, type: string }, { segments: [';colour=blue'] }),
        decode({ in: 'query', style: 'form', explode: false, type: colour }, { query: 'color=R,100,G' }),
        decode({ in: 'query', style: 'deepObject', explode: true, type: colour }, { query: 'color[a][b]=1' }),
      ];
      expect(forms.flatMap(({ violations }) => codes(violations))).to.deep.equal(
        Array(4).fill('color malformed_style'),
      );
    });
    it('names a member of an object that is given twice', () => {
      const deep = { in: 'query', style: 'deepObject', explode: true, type: colour } as const;
      expect(codes(decode(deep, { query: 'color[R]=1&color[R]=2' }).violations)).to.deep.equal([
        'color[R] duplicate_parameter',
      ]);
    });
    it('takes no value for a name that is given twice', () => {
      const open: ParameterType = { kind: 'object', properties: {}, additional: true };
      const spread = { in: 'query', style: 'form', explode: true, type: open } as const;
      expect(decode(spread, { query: 'R=G&G=1' })).to.deep.equal({ value: { R: 'G', G: '1' }, violations: [] });
    });
    it('lets no name reach the prototype', () => {
      const open: ParameterType = { kind: 'object', properties: {}, additional: true };
      const { value } = decode(
        { in: 'query', style: 'deepObject', explode: true, type: open },
        { query: 'color[__proto__]=1' },
      );
      expect(Object.getPrototypeOf(value)).to.equal(Object.prototype);
      expect(Object.keys(value as object)).to.deep.equal(['__proto__']);
    });
  });

  it('are ids in lower case and zeros without a sign, as the handlers compare them', () => {
    const id = '01939B7C-2F4E-7A10-8C55-0A1B2C3D4E5F';
    const scalar = { in: 'path', style: 'simple', explode: false } as const;
    expect(decode({ ...scalar, type: { kind: 'uuid' } }, { segments: [id] }).value).to.equal(id.toLowerCase());
    for (const kind of ['integer', 'number'] as const)
      expect(Object.is(decode({ ...scalar, type: { kind } }, { segments: ['-0'] }).value, 0), kind).to.equal(true);
  });

  describe('of the query are named once if they were sent', () => {
    const form = { in: 'query', style: 'form', explode: true } as const;
    const deep = { ...form, style: 'deepObject' } as const;
    for (const [what, parameter, query, sent] of [
      ['a text', { ...form, type: string }, 'color=blue', ['color']],
      ['an empty text', { ...form, type: string }, 'color', ['color']],
      ['a list', { ...form, type: strings }, 'color=blue&color=black', ['color']],
      ['an object', { ...form, type: colour }, 'R=1&G=2', ['color']],
      ['an object in brackets', { ...deep, type: colour }, 'color[R]=1&color%5BG%5D=2', ['color']],
      ['a credential', { ...form, type: string }, 'key=a%26color=blue', []],
      ['nothing', { ...form, type: string, default: 'red' }, '', []],
    ] as const)
      it(what, () => {
        const found = read(parameter, { query }, ['key']);
        expect([found.sent, found.violations]).to.deep.equal([sent, []]);
      });
  });

  it('fills in the default of what is absent, and shares it frozen', () => {
    const parameter = { in: 'query', style: 'form', explode: true, type: strings, default: ['red'] } as const;
    const { value } = decode(parameter, {});
    expect(value).to.deep.equal(['red']);
    expect(Object.isFrozen(value)).to.equal(true);
  });
});
