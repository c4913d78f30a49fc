import { expect, it } from 'vitest';
import { en } from '../../i18n/en/index.ts';
import { ptBR } from '../../i18n/pt-BR/index.ts';
import { PrometheusError } from '../../prometheus/errors.ts';
import { describeWriteFailure } from './writeFailure.ts';

const english = { language: 'en', messages: en } as const;

it.each([
  ['network', 'Gate did not answer. Whether it was changed is not known.'],
  ['timeout', 'Gate did not answer. Whether it was changed is not known.'],
  ['unauthorized', 'Gate refused.'],
  ['http', 'Gate refused.'],
] as const)('names the server after %s', (kind, title) => {
  expect(describeWriteFailure(new PrometheusError(kind, { detail: 'why' }), 'Gate', english)).toMatchObject({
    title,
    detail: 'why',
  });
});

it('speaks Portuguese', () => {
  const portuguese = { language: 'pt-BR', messages: ptBR } as const;
  expect(describeWriteFailure(new PrometheusError('bad-data'), 'Gate', portuguese).title).toBe('Gate recusou.');
});
