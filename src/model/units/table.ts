import type { LocalizedText } from '../language.ts';
import { both, fixed, iec, type Ladder, money, short, si, space, time } from './ladders.ts';

/** A number on a ladder, in the end one of: scaled symbol (`1.5 GiB`), words (`2.31k req/s`), money. */
export interface LinearUnit {
  readonly kind: 'linear';
  /** Base units of the ladder in one of the data's. */
  readonly factor: number;
  readonly ladder: Ladder;
  readonly grouping: 'always' | 'min2';
  readonly prefix: string;
  readonly currency: string | null;
  /** Follows the number and may stand beside the title in its place; null when the ladder's symbols say it all. */
  readonly words: { readonly suffix: LocalizedText; readonly label: LocalizedText } | null;
  /** A share of a hundred: never rounded up to the full hundred. */
  readonly share: boolean;
}

/** How the values of a unit are written. Dates are epoch milliseconds. */
export type Unit =
  | LinearUnit
  /** Two units at a time: `2 h 14 min`. `factor` is the seconds in one of the data's units. */
  | { readonly kind: 'duration'; readonly factor: number }
  | { readonly kind: 'date'; readonly style: 'iso' | 'timeIfToday' | 'local' | 'us' | 'ago' }
  | { readonly kind: 'boolean'; readonly no: LocalizedText; readonly yes: LocalizedText };

const plain: LinearUnit = {
  kind: 'linear',
  factor: 1,
  ladder: short,
  grouping: 'always',
  prefix: '',
  currency: null,
  words: null,
  share: false,
};

function linear(ladder: Ladder, factor = 1): LinearUnit {
  return { ...plain, ladder, factor };
}

function words(suffix: LocalizedText, label: LocalizedText = suffix): LinearUnit {
  return { ...plain, words: { suffix, label } };
}

/** A rate of things. The title has room for the words that the number has not. */
function rate(en: string, ptBR: string, per: 's' | 'min' = 's', suffix?: string): LinearUnit {
  return words(suffix ? both(`${suffix}/${per}`) : { en: `${en}/${per}`, 'pt-BR': `${ptBR}/${per}` }, {
    en: `${en} / ${per}`,
    'pt-BR': `${ptBR} / ${per}`,
  });
}

const percent: LinearUnit = { ...linear(fixed('%')), share: true };
const yesNo: Unit = { kind: 'boolean', no: { en: 'No', 'pt-BR': 'Não' }, yes: { en: 'Yes', 'pt-BR': 'Sim' } };

/** Grafana's unit ids. */
const units: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['short', plain],
  ['none', { ...linear(fixed('')), grouping: 'min2' }],
  ['locale', linear(fixed(''))],
  ['percent', percent],
  ['percentunit', { ...percent, factor: 100 }],
  ['humidity', linear(fixed('%H'))],
  ['ppm', linear(fixed('ppm'))],
  ['dB', linear(fixed('dB'))],
  ['bool', yesNo],
  ['bool_yes_no', yesNo],
  ['bool_on_off', { kind: 'boolean', no: { en: 'Off', 'pt-BR': 'Desligado' }, yes: { en: 'On', 'pt-BR': 'Ligado' } }],

  ['bytes', linear(iec('B'))],
  ['kbytes', linear(iec('B'), 1024)],
  ['mbytes', linear(iec('B'), 1024 ** 2)],
  ['gbytes', linear(iec('B'), 1024 ** 3)],
  ['tbytes', linear(iec('B'), 1024 ** 4)],
  ['decbytes', linear(si('B'))],
  ['deckbytes', linear(si('B'), 1e3)],
  ['decmbytes', linear(si('B'), 1e6)],
  ['decgbytes', linear(si('B'), 1e9)],
  ['dectbytes', linear(si('B'), 1e12)],
  ['bits', linear(iec('b'))],
  ['decbits', linear(si('b'))],
  ['bps', linear(si('b/s'))],
  ['binbps', linear(iec('b/s'))],
  ['Bps', linear(si('B/s'))],
  ['binBps', linear(iec('B/s'))],
  ['Kbits', linear(si('b/s'), 1e3)],
  ['Mbits', linear(si('b/s'), 1e6)],
  ['Gbits', linear(si('b/s'), 1e9)],
  ['KBs', linear(si('B/s'), 1e3)],
  ['MBs', linear(si('B/s'), 1e6)],
  ['GBs', linear(si('B/s'), 1e9)],
  ['KiBs', linear(iec('B/s'), 1024)],
  ['MiBs', linear(iec('B/s'), 1024 ** 2)],
  ['GiBs', linear(iec('B/s'), 1024 ** 3)],

  ['ns', linear(time, 1e-9)],
  ['µs', linear(time, 1e-6)],
  ['ms', linear(time, 1e-3)],
  ['s', linear(time)],
  ['m', linear(time, 60)],
  ['h', linear(time, 3600)],
  ['d', linear(time, 86_400)],
  ['timeticks', linear(time, 0.01)],
  ['dtdurations', { kind: 'duration', factor: 1 }],
  ['dtdurationms', { kind: 'duration', factor: 1e-3 }],
  ['clocks', { kind: 'duration', factor: 1 }],
  ['clockms', { kind: 'duration', factor: 1e-3 }],
  ['dthms', { kind: 'duration', factor: 1 }],
  ['dtdhms', { kind: 'duration', factor: 1 }],
  ['dateTimeAsIso', { kind: 'date', style: 'iso' }],
  ['dateTimeAsIsoNoDateIfToday', { kind: 'date', style: 'timeIfToday' }],
  ['dateTimeAsLocal', { kind: 'date', style: 'local' }],
  ['dateTimeAsLocalNoDateIfToday', { kind: 'date', style: 'timeIfToday' }],
  ['dateTimeAsUS', { kind: 'date', style: 'us' }],
  ['dateTimeAsSystem', { kind: 'date', style: 'local' }],
  ['dateTimeFromNow', { kind: 'date', style: 'ago' }],

  ['ops', rate('operations', 'operações', 's', 'op')],
  ['reqps', rate('requests', 'requisições', 's', 'req')],
  ['rps', rate('reads', 'leituras')],
  ['wps', rate('writes', 'gravações')],
  ['iops', rate('I/O operations', 'operações de E/S', 's', 'IO')],
  ['pps', rate('packets', 'pacotes')],
  ['cps', rate('counts', 'contagens')],
  ['eps', rate('events', 'eventos')],
  ['mps', rate('messages', 'mensagens', 's', 'msg')],
  ['recps', rate('records', 'registros')],
  ['rowsps', rate('rows', 'linhas')],
  ['rows/s', rate('rows', 'linhas')],
  ['opm', rate('operations', 'operações', 'min', 'op')],
  ['reqpm', rate('requests', 'requisições', 'min', 'req')],
  ['rpm', rate('reads', 'leituras', 'min')],
  ['wpm', rate('writes', 'gravações', 'min')],
  ['cpm', rate('counts', 'contagens', 'min')],
  ['epm', rate('events', 'eventos', 'min')],
  ['mpm', rate('messages', 'mensagens', 'min', 'msg')],

  ['hertz', linear(si('Hz'))],
  ['rothz', linear(si('Hz'))],
  ['rotrpm', linear(fixed('rpm'))],
  ['celsius', linear(fixed('°C'))],
  ['fahrenheit', linear(fixed('°F'))],
  ['kelvin', linear(fixed('K'))],
  ['volt', linear(si('V'))],
  ['amp', linear(si('A'))],
  ['watt', linear(si('W'))],
  ['joule', linear(si('J'))],
  ['watth', linear(si('Wh'))],
  ['lengthm', linear(si('m'))],
]);

const currencyId = /^currency:?([A-Z]{3})$/;
const customId = /^(suffix|prefix|si|count|currency|time):(.*)$/s;
const custom = new Map<string, Unit>();

/** Whether an id is one of the table or says itself what to write, as `suffix:cores` and `currency:BRL` do. */
export function isKnownUnit(id: string): boolean {
  return units.has(id) || currencyId.test(id) || customId.test(id);
}

/** The unit of a Grafana id; an unknown id is what follows the number. Ids such as `suffix:cores` are Grafana's too. */
export function unitOf(id: string): Unit {
  const known = units.get(id) ?? custom.get(id);
  if (known) return known;
  const unit = customUnit(id);
  custom.set(id, unit);
  return unit;
}

function customUnit(id: string): Unit {
  const currency = currencyId.exec(id)?.[1];
  if (currency) return { ...linear(money), currency };
  const [, form, rest = ''] = customId.exec(id) ?? [];
  if (form === 'time') return { kind: 'date', style: 'iso' };
  if (form === 'si') return linear(si(rest));
  if (form === 'prefix') return { ...plain, prefix: rest };
  if (form === 'currency') return { ...linear(money), prefix: rest + space };
  const suffix = form ? rest : id;
  return suffix.trim() === '' ? plain : words(both(suffix));
}
