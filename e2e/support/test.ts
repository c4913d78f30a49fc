import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the tests run by \`npm run test:e2e\``);
  return value;
}

/** Addresses of what the global setup started. */
export const servers = {
  mirante: () => setting('E2E_MIRANTE'),
  prometheus: () => setting('E2E_PROMETHEUS'),
  grafana: () => setting('E2E_GRAFANA'),
  host: () => setting('E2E_HOST'),
  /** Stops the real Prometheus, or brings it back at the same address. */
  control: async (what: 'stop' | 'start') => {
    const response = await fetch(`${setting('E2E_CONTROL')}/${what}`);
    expect(response.ok, await response.text()).toBe(true);
  },
};

interface Complaints {
  /** Console errors that a test means to provoke: a browser logs every failed request. */
  allow(pattern: RegExp): void;
}

/** A test fails on any console error or warning, and on any uncaught exception, in any page of its browser. */
export const test = base.extend<{ complaints: Complaints }>({
  // Read where the tests are listed as well, before anything is started.
  baseURL: process.env.E2E_MIRANTE ?? '',
  viewport: { width: 1440, height: 900 },
  locale: 'en-US',
  timezoneId: 'UTC',
  complaints: [
    async ({ context }, use) => {
      const heard: string[] = [];
      const allowed: RegExp[] = [];
      context.on('console', (message: ConsoleMessage) => {
        if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
      });
      context.on('weberror', (error) => heard.push(String(error.error())));
      await use({ allow: (pattern) => allowed.push(pattern) });
      expect(heard.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Waits until the page is drawn, as the contract has it: the app is ready and no panel in the viewport is loading. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (document.documentElement.dataset.app !== 'ready') return false;
    const panels = [...document.querySelectorAll<HTMLElement>('[data-panel-id]')];
    const inView = panels.filter((panel) => {
      const { top, bottom } = panel.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    });
    return inView.length > 0 && inView.every((panel) => panel.dataset.state !== 'loading');
  });
}
