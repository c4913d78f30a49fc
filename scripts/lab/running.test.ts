import { describe, expect, it } from 'vitest';
import { startTogether } from './running.ts';

function recorder() {
  const ended: string[] = [];
  const part = (name: string) => ({ stop: async () => void ended.push(name) });
  return { ended, part };
}

describe('startTogether', () => {
  it('ends the parts in reverse order, once', async () => {
    const { ended, part } = recorder();
    const whole = await startTogether(async (running) => {
      running.push(part('first'), part('second'));
      return { address: 'here' };
    });
    expect(whole.address).toBe('here');
    await whole.stop();
    await whole.stop();
    expect(ended).toEqual(['second', 'first']);
  });

  it('ends what was started when a later part fails', async () => {
    const { ended, part } = recorder();
    const failing = startTogether(async (running) => {
      running.push(part('first'));
      throw new Error('no second');
    });
    await expect(failing).rejects.toThrow('no second');
    expect(ended).toEqual(['first']);
  });
});
