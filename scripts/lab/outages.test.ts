import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Outages, startOutages } from './outages.ts';

let outages: Outages;
let told: [string, boolean][];
beforeEach(async () => {
  told = [];
  outages = await startOutages(['backend:8000', 'ai:8002'], { setDown: (name, isDown) => told.push([name, isDown]) });
});
afterEach(() => outages.stop());

async function ask(method: string, path = ''): Promise<string> {
  const answer = await fetch(new URL(`/${path}`, outages.url), { method });
  return `${answer.status} ${await answer.text()}`;
}

describe('the outages', () => {
  it('take a host down and bring it back', async () => {
    expect(await ask('POST', 'ai:8002')).toBe('200 ai:8002 is down\n');
    expect(await ask('GET')).toBe('200 backend:8000  answers\nai:8002       down\n');
    expect(await ask('DELETE', 'ai:8002')).toBe('200 ai:8002 answers again\n');
    expect(await ask('GET')).toBe('200 backend:8000  answers\nai:8002       answers\n');
    expect(told).toEqual([
      ['ai:8002', true],
      ['ai:8002', false],
    ]);
  });

  it.each([
    ['POST', 'frontend:80'],
    ['POST', ''],
    ['GET', 'ai:8002'],
    ['GET', '%E0%A4%A'],
  ])('know no %s of /%s', async (method, path) => {
    expect(await ask(method, path)).toBe('404 the lab has no such host\n');
    expect(told).toEqual([]);
  });
});
