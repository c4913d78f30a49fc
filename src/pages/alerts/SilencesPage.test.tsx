// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeCanvas } from '../../testing/canvas.ts';
import { embeddedPrometheus, gaugeTarget } from '../../testing/embeddedPrometheus.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import { usePreferences } from '../../view/preferences.ts';
import AlertsPage from './AlertsPage.tsx';

fakeCanvas();
const open = pageHost();
const server = mockServer();
const config = { alertmanagers: [{ id: 'am', name: 'AM' }], role: 'operator' };
beforeEach(() => usePreferences.setState({ author: 'ana' }));

const content = `
groups:
  - name: load
    rules:
      - { alert: Hot, expr: temperature > 80, labels: { severity: critical } }
      - { alert: Watchdog, expr: vector(1) }
`;
const prometheus = (text = content) =>
  embeddedPrometheus({
    targets: [gaugeTarget('api', { temperature: 90 }, { instance: 'a:80' })],
    ruleFiles: [{ path: 'r.yml', content: text }],
  });

const time = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

interface Wire {
  readonly id: string;
  readonly matchers: readonly { readonly name: string; readonly value: string }[];
  readonly comment: string;
  readonly endsAt: string;
  readonly [key: string]: unknown;
}

/** An Alertmanager with one alert, which knows its external label, and the silences that it is given. */
function alertmanager(silences: Wire[] = []) {
  const isSilenced = () => silences.filter(({ comment }) => comment !== 'over').map(({ id }) => id);
  const labels = { alertname: 'Hot', severity: 'critical', instance: 'a:80', job: 'api', cluster: 'eu' };
  return [
    http.get('*/api/am/am/api/v2/alerts', () =>
      HttpResponse.json([
        {
          fingerprint: 'f1',
          labels,
          annotations: {},
          status: {
            state: isSilenced().length > 0 ? 'suppressed' : 'active',
            silencedBy: isSilenced(),
            inhibitedBy: [],
          },
          receivers: [{ name: 'pager' }],
          startsAt: time(-5),
          endsAt: time(5),
          updatedAt: time(0),
          generatorURL: '',
        },
      ]),
    ),
    http.get('*/api/am/am/api/v2/silences', () =>
      HttpResponse.json(silences.map((silence) => ({ ...silence, updatedAt: time(0), status: { state: 'active' } }))),
    ),
    http.post('*/api/am/am/api/v2/silences', async ({ request }) => {
      const sent: unknown = await request.json();
      silences.push({ id: 'made', matchers: [], comment: '', endsAt: '', ...Object(sent) });
      return HttpResponse.json({ silenceID: 'made' });
    }),
    http.delete('*/api/am/am/api/v2/silence/:id', () => {
      silences.length = 0;
      return new HttpResponse(null);
    }),
  ];
}

const openHot = async () => {
  const row = await screen.findByRole('button', { name: /Hot/ });
  await userEvent.click(row);
  return within(row.closest('article') ?? document.body);
};

/** Opens the dialog that acknowledges Hot; gives it, and its filter. */
async function openAcknowledge() {
  open(<AlertsPage />, '/alerts', { config });
  const hot = await openHot();
  await userEvent.click(await hot.findByRole('button', { name: 'Acknowledge' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Acknowledge' }));
  return { dialog, filter: dialog.getByRole('combobox', { name: 'Filter' }) };
}

/** Sends an acknowledgement to AM and to a second server, `b`; gives the dialog. */
async function acknowledgeAtBoth() {
  const two = [...config.alertmanagers, { id: 'b', name: 'Other' }];
  open(<AlertsPage />, '/alerts', { config: { ...config, alertmanagers: two } });
  const hot = await openHot();
  await userEvent.click(await hot.findByRole('button', { name: 'Acknowledge' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Acknowledge' }));
  await userEvent.click(dialog.getByRole('radio', { name: 'All' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Acknowledge' }));
  return dialog;
}

describe('what Alertmanager knows', () => {
  it('stands with Prometheus’s alerts, external labels or not: receivers, and who is on it', async () => {
    const silences: Wire[] = [];
    server.use(prometheus(), ...alertmanager(silences));
    open(<AlertsPage />, '/alerts', { config });
    expect(await screen.findByText('Firing: 1 critical, 1 other')).toBeDefined();
    const hot = await openHot();
    expect(await hot.findByText(/receivers: pager/)).toBeDefined();
    await userEvent.click(hot.getByRole('button', { name: 'Acknowledge' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Acknowledge' }));
    expect(dialog.getByText('cluster="eu"')).toBeDefined();
    expect(dialog.getByText('Silences 1 alert now.')).toBeDefined();
    expect(dialog.getByText(/renews it for you/)).toBeDefined();
    await userEvent.click(dialog.getByRole('button', { name: 'Acknowledge' }));
    expect(await screen.findByText('acknowledged by ana')).toBeDefined();
    expect(silences[0]).toMatchObject({ createdBy: 'ana', comment: 'ACK! being looked at' });
    expect(await screen.findByText('Firing: 1 other; 1 silenced or inhibited')).toBeDefined();
  });

  it('offers a silence with its preview, refuses one of everything, and shows what the server says against it', async () => {
    server.use(prometheus(), ...alertmanager());
    open(<AlertsPage />, '/alerts', { config });
    const hot = await openHot();
    await userEvent.click(hot.getByRole('button', { name: 'Silence…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Silence' }));
    const create = dialog.getByRole<HTMLButtonElement>('button', { name: 'Silence' });
    await userEvent.click(dialog.getByRole('button', { name: 'Clear' }));
    expect(dialog.getByText(/does not match everything/)).toBeDefined();
    await userEvent.type(dialog.getByRole('combobox', { name: 'Filter' }), 'alertname=Hot{Enter}');
    expect(dialog.getByText('Silences 1 alert now.')).toBeDefined();
    expect(create.disabled).toBe(true);
    await userEvent.type(dialog.getByRole('textbox', { name: 'Why' }), 'baking');
    server.use(http.post('*/api/am/am/api/v2/silences', () => HttpResponse.json('too hot to handle', { status: 400 })));
    await userEvent.click(create);
    const refusal = await dialog.findByRole('alert');
    expect(refusal.textContent).toBe('AM refused."too hot to handle"');
    server.use(http.post('*/api/am/am/api/v2/silences', () => HttpResponse.error()));
    await userEvent.click(create);
    expect(await dialog.findByText('AM did not answer. Whether it was changed is not known.')).toBeDefined();
  });

  it('makes no silence while a matcher stands in the field that was not taken', async () => {
    server.use(prometheus(), ...alertmanager());
    const { dialog, filter } = await openAcknowledge();
    await userEvent.click(dialog.getByRole('button', { name: 'Remove instance="a:80"' }));
    await userEvent.click(filter);
    await userEvent.paste('instance=~"web-.*"');
    expect(dialog.getByText(/and press Enter/)).toBeDefined();
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Acknowledge' }).disabled).toBe(true);
    await userEvent.keyboard('{Enter}');
    expect(dialog.getByText('instance=~"web-.*"')).toBeDefined();
    expect(dialog.queryByText(/and press Enter/)).toBeNull();
    expect(dialog.getByText('Silences 0 alerts now.')).toBeDefined();
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Acknowledge' }).disabled).toBe(false);
  });

  it.each(['zone=a', 'zone'])('sends nothing by the Enter after %s', async (typed) => {
    const silences: Wire[] = [];
    server.use(prometheus(), ...alertmanager(silences));
    const { dialog, filter } = await openAcknowledge();
    await userEvent.type(filter, `${typed}{Enter}`);
    await userEvent.click(dialog.getByRole('button', { name: 'Clear' }));
    expect(screen.getByRole('dialog', { name: 'Acknowledge' })).toBeDefined();
    expect(dialog.getByText(/does not match everything/)).toBeDefined();
    expect(silences).toEqual([]);
  });

  it('tells which of several servers did not take a silence', async () => {
    server.use(
      http.post('*/api/am/b/api/v2/silences', () => HttpResponse.json('no room', { status: 400 })),
      http.get('*/api/am/b/api/v2/*', () => HttpResponse.json([])),
      prometheus(),
      ...alertmanager(),
    );
    const dialog = await acknowledgeAtBoth();
    expect((await dialog.findByRole('alert')).textContent).toBe('Other refused."no room"');
  });

  it('makes no second silence at the server that took it, when it is sent again for the one that did not', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/am/am/api/v2/silences', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ silenceID: 's7' });
      }),
      http.post('*/api/am/b/api/v2/silences', () => HttpResponse.json('no room', { status: 400 }), { once: true }),
      http.post('*/api/am/b/api/v2/silences', () => HttpResponse.json({ silenceID: 'b1' })),
      http.get('*/api/am/b/api/v2/*', () => HttpResponse.json([])),
      prometheus(),
      ...alertmanager(),
    );
    const dialog = await acknowledgeAtBoth();
    await dialog.findByRole('alert');
    await userEvent.click(dialog.getByRole('button', { name: 'Acknowledge' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Acknowledge' })).toBeNull());
    expect(sent.map((body) => Object(body).id)).toEqual([undefined, 's7']);
  });

  it('lists the silences, and ends one when that is confirmed', async () => {
    const made = { createdBy: 'bia', startsAt: time(-1), endsAt: time(90), comment: 'see https://example.com/x' };
    const matchers = [{ name: 'alertname', value: 'Hot', isRegex: false, isEqual: true }];
    server.use(prometheus(), ...alertmanager([{ id: 's1', matchers, ...made }]));
    open(<AlertsPage />, '/alerts?show=silences', { config });
    expect(await screen.findByText('1 silence')).toBeDefined();
    expect(await screen.findByRole('link', { name: 'matches 1 alert now' })).toBeDefined();
    expect(screen.getByText(/1 h (29|30) min left/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'https://example.com/x' })).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'End: alertname="Hot"' }));
    expect(screen.getByText(/1 alert will be notified again/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'End it now' }));
    expect(await screen.findByText('Nothing is silenced.')).toBeDefined();
  });

  it('allows a viewer nothing, and says what is missing', async () => {
    server.use(prometheus(), ...alertmanager());
    open(<AlertsPage />, '/alerts', { config: { ...config, role: 'viewer' } });
    const hot = await openHot();
    expect(hot.getByText('Silences need the role operator (MIRANTE_ROLE).')).toBeDefined();
    expect(hot.getByRole<HTMLButtonElement>('button', { name: 'Acknowledge' }).disabled).toBe(true);
  });

  it('goes on with what Prometheus says when it is away', async () => {
    server.use(
      prometheus(),
      http.all('*/api/am/*', () => new HttpResponse('gone', { status: 502 })),
    );
    open(<AlertsPage />, '/alerts', { config });
    expect(await screen.findByText(/AM did not answer/)).toBeDefined();
    expect(screen.getByRole('button', { name: /Hot/ })).toBeDefined();
  });

  it('is one of several: what the others say stays', async () => {
    const made = { createdBy: 'bia', startsAt: time(-1), endsAt: time(90), comment: 'planned' };
    const matchers = [{ name: 'alertname', value: 'Hot', isRegex: false, isEqual: true }];
    server.use(
      http.all('*/api/am/b/*', () => new HttpResponse('gone', { status: 502 })),
      prometheus(),
      ...alertmanager([{ id: 's1', matchers, ...made }]),
    );
    const two = [...config.alertmanagers, { id: 'b', name: 'Other' }];
    open(<AlertsPage />, '/alerts', { config: { ...config, alertmanagers: two } });
    expect(await screen.findByText(/Other did not answer/)).toBeDefined();
    expect(await screen.findByText('silenced')).toBeDefined();
    expect(screen.queryByText(/AM did not answer/)).toBeNull();
  });

  it('is shown alone where the server has no rules to tell of', async () => {
    server.use(
      http.all('*/api/ds/:id/api/v1/rules', () => new HttpResponse('none', { status: 404 })),
      prometheus(),
    );
    server.use(...alertmanager());
    open(<AlertsPage />, '/alerts', { config });
    expect(await screen.findByText('known to Alertmanager only')).toBeDefined();
  });
});

describe('the alert that must always fire', () => {
  it('is not counted while it does', async () => {
    server.use(prometheus());
    open(<AlertsPage />, '/alerts', { config: { watchdog: 'Watchdog' } });
    expect(await screen.findByText('Firing: 1 critical')).toBeDefined();
    expect(screen.queryByText(/must always fire/)).toBeNull();
  });

  it('is as loud as a critical alert when it does not', async () => {
    server.use(prometheus(content.replace('Watchdog', 'Another')));
    open(<AlertsPage />, '/alerts', { config: { watchdog: 'Watchdog' } });
    expect(await screen.findByText('Watchdog must always fire, and does not.')).toBeDefined();
    await waitFor(() => expect(document.title).toContain('◆2 '));
  });
});
