import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { WAIT } from './wait.ts';

// A console error or warning is a defect: React's complaints, unhandled requests, failed decodes.
const complaints: string[] = [];

beforeAll(async () => {
  if (typeof document === 'undefined') return;
  // What waits for a page's first drawing does not wait in tests: nothing may ever be drawn there.
  (await import('../model/later.ts')).tellDrawn();
  (await import('@testing-library/react')).configure({ asyncUtilTimeout: WAIT });
});

beforeEach(() => {
  complaints.length = 0;
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      complaints.push(`console.${level}: ${parts.map(String).join(' ')}`);
    });
  }
});

afterEach(async () => {
  if (typeof document !== 'undefined') {
    const { cleanup } = await import('@testing-library/react');
    cleanup();
  }
  expect(complaints).toEqual([]);
});
