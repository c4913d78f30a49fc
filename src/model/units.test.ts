import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from './language.ts';
import { axisFormatter, formatText, formatValue, unitLabel, type ValueFormat } from './units.ts';

type Extra = Omit<ValueFormat, 'unit' | 'language'>;

/** The text with plain spaces in place of no-break ones. */
function text(value: number, unit: string, language: Language = 'en', extra: Extra = {}): string {
  return formatText(value, { unit, language, ...extra }).replaceAll('\u00a0', ' ');
}

describe('formatText', () => {
  it.each([
    ['short', 0, '0', '0'],
    ['short', -0, '0', '0'],
    ['short', 142, '142', '142'],
    ['short', 2310, '2.31k', '2,31 mil'],
    ['short', -2310, '-2.31k', '-2,31 mil'],
    ['short', 999.4, '999', '999'],
    ['short', 999.6, '1k', '1 mil'],
    ['short', 999_999, '1M', '1 mi'],
    ['short', 2.31e9, '2.31B', '2,31 bi'],
    ['short', 1.5e12, '1.5T', '1,5 tri'],
    ['short', 0.1 + 0.2, '0.3', '0,3'],
    ['short', 0.000123, '0.000123', '0,000123'],
    ['short', 1.23e-9, '1.23E-9', '1,23E-9'],
    ['none', 2310, '2310', '2310'],
    ['none', 12345.678, '12,346', '12.346'],
    ['locale', 2310, '2,310', '2.310'],
    ['percent', 65, '65 %', '65 %'],
    ['percent', 99.97, '99.97 %', '99,97 %'],
    ['percentunit', 0.004, '0.4 %', '0,4 %'],
    ['percentunit', 0.99999, '99.999 %', '99,999 %'],
    ['percent', 0.0559, '0.06 %', '0,06 %'],
    ['percent', 0.804, '0.8 %', '0,8 %'],
    ['percent', 0.0031, '0.003 %', '0,003 %'],
    ['percentunit', -0.000032, '-0.003 %', '-0,003 %'],
    ['bytes', 0, '0 B', '0 B'],
    ['bytes', 1536, '1.5 KiB', '1,5 KiB'],
    ['bytes', 1023.9, '1 KiB', '1 KiB'],
    ['bytes', 1.6e9, '1.49 GiB', '1,49 GiB'],
    ['decbytes', 1.6e9, '1.6 GB', '1,6 GB'],
    ['bits', 2048, '2 Kib', '2 Kib'],
    ['bps', 1.2e6, '1.2 Mb/s', '1,2 Mb/s'],
    ['Bps', 1.2e6, '1.2 MB/s', '1,2 MB/s'],
    ['binBps', 1_048_576, '1 MiB/s', '1 MiB/s'],
    ['s', 1e-9, '1 ns', '1 ns'],
    ['s', 0.00123, '1.23 ms', '1,23 ms'],
    ['s', 59.4, '59.4 s', '59,4 s'],
    ['s', 59.96, '1 min', '1 min'],
    ['s', 90, '1.5 min', '1,5 min'],
    ['s', 8040, '2.23 h', '2,23 h'],
    ['s', 34_560_000, '400 d', '400 d'],
    ['ms', 1500, '1.5 s', '1,5 s'],
    ['µs', 250, '250 µs', '250 µs'],
    ['ns', 1500, '1.5 µs', '1,5 µs'],
    ['dtdurations', 0.25, '250 ms', '250 ms'],
    ['dtdurations', 59.7, '1 min', '1 min'],
    ['dtdurations', 90, '1 min 30 s', '1 min 30 s'],
    ['dtdurations', 3599.9, '1 h', '1 h'],
    ['dtdurations', 8040, '2 h 14 min', '2 h 14 min'],
    ['dtdurations', -8040, '-2 h 14 min', '-2 h 14 min'],
    ['dtdurations', 86_399, '1 d', '1 d'],
    ['dtdurations', 86_400 * 1234 + 3600, '1,234 d 1 h', '1.234 d 1 h'],
    ['dtdurationms', 1_500_000, '25 min', '25 min'],
    ['reqps', 412, '412 req/s', '412 req/s'],
    ['reqps', 2310, '2.31k req/s', '2,31 mil req/s'],
    ['ops', 3, '3 op/s', '3 op/s'],
    ['rps', 3, '3 reads/s', '3 leituras/s'],
    ['wps', 3, '3 writes/s', '3 gravações/s'],
    ['iops', 3, '3 IO/s', '3 IO/s'],
    ['pps', 3, '3 packets/s', '3 pacotes/s'],
    ['cps', 3, '3 counts/s', '3 contagens/s'],
    ['eps', 3, '3 events/s', '3 eventos/s'],
    ['mps', 3, '3 msg/s', '3 msg/s'],
    ['rows/s', 2310, '2.31k rows/s', '2,31 mil linhas/s'],
    ['hertz', 2.4e9, '2.4 GHz', '2,4 GHz'],
    ['celsius', 36.6, '36.6 °C', '36,6 °C'],
    ['currencyUSD', 142, '$142', 'US$ 142'],
    ['currencyUSD', 0.0012, '$0.0012', 'US$ 0,0012'],
    ['currencyUSD', -5.5, '-$5.50', '-US$ 5,50'],
    ['currencyBRL', 1234.5, 'R$1,234.50', 'R$ 1.234,50'],
    ['currencyBRL', 2_310_000, 'R$2.31M', 'R$ 2,31 mi'],
    ['bool', 1, 'Yes', 'Sim'],
    ['bool', 0, 'No', 'Não'],
    ['bool_on_off', 1, 'On', 'Ligado'],
    ['cores', 3.5, '3.5 cores', '3,5 cores'],
    ['documents/s', 12_000, '12k documents/s', '12 mil documents/s'],
    ['suffix:jobs', 3, '3 jobs', '3 jobs'],
    ['prefix:#', 3, '#3', '#3'],
    ['si:g', 1200, '1.2 kg', '1,2 kg'],
    ['currency:€', 12, '€ 12', '€ 12'],
    ['toString', 1, '1 toString', '1 toString'],
    ['', 2310, '2.31k', '2,31 mil'],
  ])('%s: %d is %s', (unit, value, en, ptBR) => {
    expect([text(value, unit, 'en'), text(value, unit, 'pt-BR')]).toEqual([en, ptBR]);
  });

  it.each(['short', 'bytes', 'dtdurations', 'dateTimeAsIso', 'bool', 'currencyBRL', 'cores'])(
    'tells NaN and the infinities apart in %s',
    (unit) => {
      const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      expect(values.map((value) => text(value, unit))).toEqual(['NaN', '+Inf', '-Inf']);
    },
  );

  it.each([
    ['short', 2310, 0, '2.31k'],
    ['short', 999.6, 0, '1k'],
    ['short', 999.6, 1, '999.6'],
    ['short', 5, 2, '5.00'],
    ['short', -0.001, 2, '0.00'],
    ['percent', 99.97, 1, '100.0 %'],
    ['short', 1440, 0, '1.44k'],
    ['short', 14.4, 0, '14'],
    ['short', 999_700, 0, '1M'],
    ['bytes', 1.5 * 1024 ** 3, 0, '1.5 GiB'],
    ['bytes', 462.4 * 1024 ** 2, 0, '462 MiB'],
    ['bytes', 462.4 * 1024 ** 2, 1, '462.4 MiB'],
    ['none', 1e-9, 2, '0.00'],
    ['currencyUSD', 5, 0, '$5'],
  ])('%s: %d with %d decimals is %s', (unit, value, decimals, expected) => {
    expect(text(value, unit, 'en', { decimals })).toBe(expected);
  });

  it('keeps a value and its unit on one line', () => {
    expect(formatText(65, { unit: 'percent', language: 'en' })).toBe('65\u00a0%');
    expect(formatText(8040, { unit: 'dtdurations', language: 'en' })).not.toContain(' ');
  });

  it('leaves out words that stand beside the title, but no symbol', () => {
    expect(text(2310, 'reqps', 'en', { labelled: true })).toBe('2.31k');
    expect(text(1536, 'bytes', 'en', { labelled: true })).toBe('1.5 KiB');
  });
});

describe('dates', () => {
  const time = Date.parse('2024-05-15T12:34:56.789Z');
  const timeZone = 'America/Sao_Paulo';

  it.each([
    ['dateTimeAsIso', '2024-05-15 09:34:56', '2024-05-15 09:34:56'],
    ['dateTimeAsLocal', '5/15/24, 9:34:56 AM', '15/05/2024, 09:34:56'],
    ['dateTimeAsUS', '5/15/24, 9:34:56 AM', '5/15/24, 9:34:56 AM'],
    ['dateTimeAsIsoNoDateIfToday', '09:34:56', '09:34:56'],
    ['dateTimeFromNow', '7 min ago', 'há 7 min'],
  ])('%s', (unit, en, ptBR) => {
    const format = { timeZone, now: time + 479_999 };
    const written = languages.map((language) => text(time, unit, language, format).replaceAll('\u202f', ' '));
    expect(written).toEqual([en, ptBR]);
  });

  it.each([
    [0, '0 sec ago'],
    [-1999, '1 sec ago'],
    [-3_600_000, '1 hr ago'],
    [-50 * 86_400_000, '1 mo ago'],
    [90_000, 'in 1 min'],
  ])('%d ms from now is %s', (difference, expected) => {
    expect(text(time + difference, 'dateTimeFromNow', 'en', { now: time })).toBe(expected);
  });

  it('is a date when nobody says when now is, and a number when the calendar has no such day', () => {
    expect(text(time, 'dateTimeFromNow')).toBe('2024-05-15 12:34:56');
    expect(text(1e18, 'dateTimeAsIso')).toBe('1E18');
  });
});

describe('formatValue', () => {
  it.each([
    ['short', 2310, '2,31', 'mil'],
    ['percent', 23, '23', '%'],
    ['reqps', 2310, '2,31', 'mil req/s'],
    ['short', 142, '142', ''],
    ['dtdurations', 8040, '2 h 14 min', ''],
    ['bytes', Number.NaN, 'NaN', ''],
  ])('%s: %d is %s and %s', (unit, value, number, suffix) => {
    const parts = formatValue(value, { unit, language: 'pt-BR' });
    expect(parts.text.replaceAll('\u00a0', ' ')).toBe(number);
    expect(parts.suffix.replaceAll('\u00a0', ' ')).toBe(suffix);
  });
});

describe('unitLabel', () => {
  it.each([
    ['reqps', 'requests / s', 'requisições / s'],
    ['rows/s', 'rows / s', 'linhas / s'],
    ['cores', 'cores', 'cores'],
    ['bytes', '', ''],
    ['short', '', ''],
    ['bool', '', ''],
  ])('%s: %s', (unit, en, ptBR) => {
    expect(languages.map((language) => unitLabel(unit, language))).toEqual([en, ptBR]);
  });
});

describe('axisFormatter', () => {
  it.each([
    ['short', [0, 125, 250, 375, 500], ['0', '125', '250', '375', '500']],
    ['short', [0, 500, 1000, 1500], ['0', '0.5k', '1.0k', '1.5k']],
    ['short', [0, 250, 500, 750, 1000], ['0', '250', '500', '750', '1,000']],
    ['short', [2e6, 2e6 + 1, 2e6 + 2], ['2,000,000', '2,000,001', '2,000,002']],
    ['short', [0, 0.1, 0.2, 0.1 + 0.2], ['0', '0.1', '0.2', '0.3']],
    ['short', [-1000, -500, 0, 500], ['-1.0k', '-0.5k', '0', '0.5k']],
    ['short', [1, 10, 100, 1e3, 1e6], ['1', '10', '100', '1k', '1M']],
    ['bytes', [0, 2 ** 30, 2 ** 31], ['0', '1 GiB', '2 GiB']],
    ['s', [0, 20, 40, 60, 80], ['0', '20 s', '40 s', '60 s', '80 s']],
    ['s', [0, 0.0005, 0.001], ['0', '0.5 ms', '1.0 ms']],
    ['s', [0, 1800, 3600, 5400], ['0', '0.5 h', '1.0 h', '1.5 h']],
    ['percentunit', [0, 0.25, 0.5, 1], ['0', '25 %', '50 %', '100 %']],
    ['reqps', [0, 1000, 2000], ['0', '1k', '2k']],
    ['cores', [0, 2, 4], ['0', '2', '4']],
    ['currencyUSD', [0, 0.5, 1], ['$0', '$0.50', '$1.00']],
    ['dtdurations', [3600, 7200], ['1 h', '2 h']],
    ['dtdurations', [86_400, 86_401], ['86,400 s', '86,401 s']],
    ['dtdurationms', [86_400_000, 86_401_000], ['86,400 s', '86,401 s']],
    ['bool', [0, 1], ['No', 'Yes']],
    ['bool', [0, 0.5, 1], ['0', '0.5', '1.0']],
    ['dateTimeAsIso', [0, 1000], ['1970-01-01 00:00:00', '1970-01-01 00:00:01']],
    ['short', [5], ['5']],
    ['short', [0], ['0']],
    ['short', [], []],
  ])('%s: %j', (unit, ticks, expected) => {
    const texts = axisFormatter(unit, ticks, 'en').map((tick) => tick.replaceAll('\u00a0', ' '));
    expect(texts).toEqual(expected);
  });

  it('writes at least the decimals asked for, and reads dates in the zone', () => {
    expect(axisFormatter('short', [1, 2], 'en', 2)).toEqual(['1.00', '2.00']);
    expect(axisFormatter('short', [0.125, 0.25], 'pt-BR', 1)).toEqual(['0,125', '0,250']);
    expect(axisFormatter('dateTimeAsIso', [0], 'en', undefined, 'Asia/Tokyo')).toEqual(['1970-01-01 09:00:00']);
  });

  it('never gives two ticks the same text', () => {
    const units = fc.constantFrom(
      'short',
      'none',
      'bytes',
      's',
      'percent',
      'percentunit',
      'reqps',
      'dtdurations',
      'bool',
    );
    const step = fc
      .tuple(fc.constantFrom(1, 2, 2.5, 5), fc.integer({ min: -6, max: 9 }))
      .map(([digit, power]) => digit * 10 ** power);
    fc.assert(
      fc.property(
        units,
        step,
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 2, max: 10 }),
        (unit, by, first, count) => {
          const ticks = Array.from({ length: count }, (_, i) => (first + i) * by);
          const texts = axisFormatter(unit, ticks, 'pt-BR');
          expect(new Set(texts).size).toBe(count);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('any number in any unit', () => {
  it('is written, within half a unit of its third digit', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (value) => {
        const written = text(value, 'short');
        const [, digits = '', symbol = ''] = /^(-?[\d.,E-]+)([kMBT]?)$/.exec(written) ?? [];
        const factor = { '': 1, k: 1e3, M: 1e6, B: 1e9, T: 1e12 }[symbol] ?? Number.NaN;
        const read = Number(digits.replaceAll(',', '')) * factor;
        expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.abs(value) * 0.005 + 1e-12);
      }),
      { numRuns: 500 },
    );
  });

  it('never fails', () => {
    const unit = fc.oneof(
      fc.string(),
      fc.constantFrom('dtdurations', 'dateTimeFromNow', 'bool', 'currencyBRL', 'bytes', 'ns'),
    );
    fc.assert(
      fc.property(
        fc.double(),
        unit,
        fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
        (value, id, decimals) => {
          expect(text(value, id, 'pt-BR', { decimals, now: 0 })).not.toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });
});
