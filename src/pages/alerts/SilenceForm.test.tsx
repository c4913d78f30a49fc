// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeCanvas } from '../../testing/canvas.ts';
import { hotAlertmanager, hotPrometheus, type Wire } from '../../testing/hotAlert.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import { usePreferences } from '../../view/preferences.ts';
import AlertsPage from './AlertsPage.tsx';

fakeCanvas();
const open = pageHost();
const server = mockServer();
const config = { alertmanagers: [{ id: 'am', name: 'AM' }], role: 'operator' };
beforeEach(() => usePreferences.setState({ author: 'ana' }));

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

describe('the form of a silence', () => {
  it('offers a silence with its preview, refuses one of everything, and shows what the server says against it', async () => {
    server.use(hotPrometheus(), ...hotAlertmanager());
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
    server.use(hotPrometheus(), ...hotAlertmanager());
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
    server.use(hotPrometheus(), ...hotAlertmanager(silences));
    const { dialog, filter } = await openAcknowledge();
    await userEvent.type(filter, `${typed}{Enter}`);
    await userEvent.click(dialog.getByRole('button', { name: 'Clear' }));
    expect(screen.getByRole('dialog', { name: 'Acknowledge' })).toBeDefined();
    expect(dialog.getByText(/does not match everything/)).toBeDefined();
    expect(silences).toEqual([]);
  });

  it('signs with the name as it is typed, without the blanks around it', async () => {
    usePreferences.setState({ author: '' });
    const silences: Wire[] = [];
    server.use(hotPrometheus(), ...hotAlertmanager(silences));
    const { dialog } = await openAcknowledge();
    const name = dialog.getByRole<HTMLInputElement>('textbox', { name: /Your name/ });
    await userEvent.type(name, ' ');
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Acknowledge' }).disabled).toBe(true);
    await userEvent.type(name, 'Ana Maria ');
    expect(name.value).toBe(' Ana Maria ');
    await userEvent.click(dialog.getByRole('button', { name: 'Acknowledge' }));
    expect(await screen.findByText('acknowledged by Ana Maria')).toBeDefined();
    expect(silences[0]).toMatchObject({ createdBy: 'Ana Maria' });
  });

  it('tells which of several servers did not take a silence', async () => {
    server.use(
      http.post('*/api/am/b/api/v2/silences', () => HttpResponse.json('no room', { status: 400 })),
      http.get('*/api/am/b/api/v2/*', () => HttpResponse.json([])),
      hotPrometheus(),
      ...hotAlertmanager(),
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
      hotPrometheus(),
      ...hotAlertmanager(),
    );
    const dialog = await acknowledgeAtBoth();
    await dialog.findByRole('alert');
    await userEvent.click(dialog.getByRole('button', { name: 'Acknowledge' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Acknowledge' })).toBeNull());
    expect(sent.map((body) => Object(body).id)).toEqual([undefined, 's7']);
  });

  it('takes a matcher into a silence that only Alertmanager can judge', async () => {
    const silences: Wire[] = [];
    server.use(hotPrometheus(), ...hotAlertmanager(silences));
    const { dialog, filter } = await openAcknowledge();
    await userEvent.click(dialog.getByRole('button', { name: 'Clear' }));
    await userEvent.click(filter);
    await userEvent.paste('alertname=~"[[:alpha:]]+"');
    await userEvent.keyboard('{Enter}');
    expect(dialog.getByText('cannot be judged here')).toBeDefined();
    expect(dialog.getByText('Silences at most 2 alerts now.')).toBeDefined();
    await userEvent.click(dialog.getByRole('button', { name: 'Acknowledge' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Acknowledge' })).toBeNull());
    expect(await screen.findByText('Firing: 1 other; 1 silenced or inhibited')).toBeDefined();
    expect(silences[0]?.matchers).toEqual([{ name: 'alertname', value: '[[:alpha:]]+', isRegex: true, isEqual: true }]);
  });
});
