// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeCanvas } from '../../testing/canvas.ts';
import { hotAlertmanager, hotPrometheus, minutesFromNow, type Wire } from '../../testing/hotAlert.ts';
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

describe('what Alertmanager knows', () => {
  it('stands with Prometheus’s alerts, external labels or not: receivers, and who is on it', async () => {
    const silences: Wire[] = [];
    server.use(hotPrometheus(), ...hotAlertmanager(silences));
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

  it('lists the silences, and ends one when that is confirmed', async () => {
    const made = {
      createdBy: 'bia',
      startsAt: minutesFromNow(-1),
      endsAt: minutesFromNow(90),
      comment: 'see https://example.com/x',
    };
    const matchers = [{ name: 'alertname', value: 'Hot', isRegex: false, isEqual: true }];
    server.use(hotPrometheus(), ...hotAlertmanager([{ id: 's1', matchers, ...made }]));
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

  it.each([
    ['the silence of an alert', '', 'bia: planned', 'show=silences&q=s1'],
    // An Alertmanager would name another.
    ['what inhibits an alert', '', 'Hot', 'match='],
    ['the alerts of a silence', '&show=silences', 'matches 1 alert now', 'match=alertname%3D%22Hot%22'],
  ])('leads to %s with the Prometheus on screen', async (_, tab, name, to) => {
    const made = { createdBy: 'bia', startsAt: minutesFromNow(-1), endsAt: minutesFromNow(90), comment: 'planned' };
    const matchers = [{ name: 'alertname', value: 'Hot', isRegex: false, isEqual: true }];
    server.use(hotPrometheus(), ...hotAlertmanager([{ id: 's1', matchers, ...made }], ['f1']));
    const dataSources = ['a', 'b'].map((id) => ({ id, name: id, kind: 'prometheus' }));
    open(<AlertsPage />, `/alerts?ds=b${tab}`, { config: { ...config, dataSources } });
    if (tab === '') await openHot();
    const link = await screen.findByRole('link', { name });
    expect(link.getAttribute('href')).toContain(`/alerts?ds=b&${to}`);
  });

  it.each([
    ['(?i)hot', 'matches 1 alert now', '1 alert will be notified again.'],
    ['[[:alpha:]]+', 'matches at most 1 alert now', 'At most 1 alert will be notified again.'],
  ])(
    'tells what a silence of alertname=~"%s" matches: what JavaScript cannot judge, as what may be',
    async (value, matches, notified) => {
      const made = { createdBy: 'bia', startsAt: minutesFromNow(-1), endsAt: minutesFromNow(90), comment: 'planned' };
      const matchers = [
        { name: 'alertname', value, isRegex: true, isEqual: true },
        { name: 'job', value: 'api', isRegex: false, isEqual: true },
      ];
      server.use(hotPrometheus(), ...hotAlertmanager([{ id: 's1', matchers, ...made }]));
      open(<AlertsPage />, '/alerts?show=silences', { config });
      const link = await screen.findByRole<HTMLAnchorElement>('link', { name: matches });
      await userEvent.click(screen.getByRole('button', { name: /^End: / }));
      expect(screen.getByText(notified, { exact: false })).toBeDefined();
      expect(screen.queryByText(/It matches nothing now/)).toBeNull();
      cleanup();
      open(<AlertsPage />, link.getAttribute('href') ?? '', { config });
      expect(await screen.findByRole('button', { name: /Hot/ })).toBeDefined();
      expect(screen.queryByRole('button', { name: /Watchdog/ })).toBeNull();
      expect(screen.queryAllByText('cannot be judged here')).toHaveLength(matches.includes('at most') ? 1 : 0);
    },
  );

  it('allows a viewer nothing, and says what is missing', async () => {
    server.use(hotPrometheus(), ...hotAlertmanager());
    open(<AlertsPage />, '/alerts', { config: { ...config, role: 'viewer' } });
    const hot = await openHot();
    expect(hot.getByText('Silences need the role operator (MIRANTE_ROLE).')).toBeDefined();
    expect(hot.getByRole<HTMLButtonElement>('button', { name: 'Acknowledge' }).disabled).toBe(true);
  });

  it('goes on with what Prometheus says when it is away', async () => {
    server.use(
      hotPrometheus(),
      http.all('*/api/am/*', () => new HttpResponse('gone', { status: 502 })),
    );
    open(<AlertsPage />, '/alerts', { config });
    expect(await screen.findByText(/AM did not answer/)).toBeDefined();
    expect(screen.getByRole('button', { name: /Hot/ })).toBeDefined();
  });

  it('says nothing of silences that nobody has told of', async () => {
    let answer = (_: Response): void => {};
    const later = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    server.use(
      http.get('*/api/am/am/api/v2/silences', () => later),
      hotPrometheus(),
      ...hotAlertmanager(),
    );
    open(<AlertsPage />, '/alerts?show=silences', { config });
    expect(await screen.findByRole('status', { name: 'Asking for the silences' })).toBeDefined();
    expect(screen.queryByText('Nothing is silenced.')).toBeNull();
    answer(new HttpResponse('gone', { status: 502 }));
    expect(await screen.findByText(/AM did not answer/)).toBeDefined();
    expect(screen.queryByRole('status', { name: 'Asking for the silences' })).toBeNull();
    expect(screen.queryByText('Nothing is silenced.')).toBeNull();
  });

  it.each([
    ['nothing', 0],
    ['1 known silence', 1],
  ])('claims no whole where one of several is away: %s', async (told, count) => {
    const matchers = [{ name: 'alertname', value: 'Hot', isRegex: false, isEqual: true }];
    const made = { createdBy: 'bia', startsAt: minutesFromNow(-1), endsAt: minutesFromNow(90), comment: 'planned' };
    const silences = [{ id: 's1', matchers, ...made }].slice(0, count);
    let isAway = true;
    server.use(
      http.all('*/api/am/b/*', () => (isAway ? new HttpResponse('gone', { status: 502 }) : HttpResponse.json([]))),
      hotPrometheus(),
      ...hotAlertmanager(silences),
    );
    const two = [...config.alertmanagers, { id: 'b', name: 'Other' }];
    open(<AlertsPage />, '/alerts?show=silences', { config: { ...config, alertmanagers: two } });
    expect(await screen.findByText(/Other did not answer/)).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('status', { name: 'Asking for the silences' })).toBeNull());
    if (count > 0) expect(await screen.findByText(told)).toBeDefined();
    expect(screen.queryByText('Nothing is silenced.')).toBeNull();
    isAway = false;
    await userEvent.click(screen.getByRole('button', { name: /15 s/ }));
    await userEvent.click(screen.getByRole('menuitem', { name: /Refresh now/ }));
    expect(await screen.findByText(count === 0 ? 'Nothing is silenced.' : '1 silence')).toBeDefined();
    expect(screen.queryByText(/Other did not answer/)).toBeNull();
  });

  it('is one of several: what the others say stays', async () => {
    const made = { createdBy: 'bia', startsAt: minutesFromNow(-1), endsAt: minutesFromNow(90), comment: 'planned' };
    const matchers = [{ name: 'alertname', value: 'Hot', isRegex: false, isEqual: true }];
    server.use(
      http.all('*/api/am/b/*', () => new HttpResponse('gone', { status: 502 })),
      hotPrometheus(),
      ...hotAlertmanager([{ id: 's1', matchers, ...made }]),
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
      hotPrometheus(),
    );
    server.use(...hotAlertmanager());
    open(<AlertsPage />, '/alerts', { config });
    expect(await screen.findByText('known to Alertmanager only')).toBeDefined();
  });
});

describe('the alert that must always fire', () => {
  it('is not counted while it does', async () => {
    server.use(hotPrometheus());
    open(<AlertsPage />, '/alerts', { config: { watchdog: 'Watchdog' } });
    expect(await screen.findByText('Firing: 1 critical')).toBeDefined();
    expect(screen.queryByText(/must always fire/)).toBeNull();
  });

  it('is as loud as a critical alert when it does not', async () => {
    server.use(hotPrometheus('Another'));
    open(<AlertsPage />, '/alerts', { config: { watchdog: 'Watchdog' } });
    expect(await screen.findByText('Watchdog must always fire, and does not.')).toBeDefined();
    await waitFor(() => expect(document.title).toContain('◆2 '));
  });
});
