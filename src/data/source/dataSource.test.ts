import * as v from 'valibot';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { configSchema } from '../../model/config.ts';
import type { QueryPlan } from '../../prometheus/plan.ts';
import { createDataSources } from './dataSource.ts';

const NOON = Date.UTC(2026, 0, 15, 12);
const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOON }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Minutes before noon at which the question for a new tail begins, with this in the configuration. */
async function tailOf(settings: object): Promise<number> {
  const starts: number[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const form = new URLSearchParams(String(init.body));
    starts.push(Number(form.get('start')) * 1000);
    const isTime = form.get('query') === 'time()';
    const data = isTime
      ? { resultType: 'scalar', result: [NOON / 1000, `${NOON / 1000}`] }
      : { resultType: 'matrix', result: [] };
    return Response.json({ status: 'success', data });
  });
  const config = v.parse(configSchema, {
    dataSources: [{ id: 'main', name: 'Main', kind: 'prometheus', ...settings }],
  });
  const source = createDataSources(config).get('main') ?? expect.fail();
  const step = MINUTE / 2;
  const plan = (end: number): QueryPlan => ({
    ...{ kind: 'range', dataSource: 'main', expr: 'up', step },
    ...{ start: end - 60 * MINUTE, end },
  });
  await source.clock.sync();
  await source.ranges.fetch(plan(NOON));
  vi.setSystemTime(NOON + step);
  await source.ranges.fetch(plan(NOON + step));
  return (NOON - (starts.at(-1) ?? Number.NaN)) / MINUTE;
}

it.each([
  ['two minutes', {}, 2],
  ['as long as its samples may be late', { ingestionDelay: '6m' }, 6],
  ['two minutes where samples are late by less', { ingestionDelay: '30s' }, 2],
])('asks of a data source the last %s again', async (_name, settings, minutes) => {
  expect(await tailOf(settings)).toBe(minutes);
});
