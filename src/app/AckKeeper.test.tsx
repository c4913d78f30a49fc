// @vitest-environment happy-dom
import { render, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import * as v from 'valibot';
import { beforeEach, expect, it } from 'vitest';
import { ServicesProvider } from '../data/services/services.tsx';
import { configSchema } from '../model/config.ts';
import { hotAlertmanager, minutesFromNow } from '../testing/hotAlert.ts';
import { mockServer } from '../testing/mockServer.ts';
import { usePreferences } from '../view/preferences.ts';
import AckKeeper from './AckKeeper.tsx';

const server = mockServer();
beforeEach(() => usePreferences.setState({ author: '' }));

it.each(['ana', 'ana ', ' ana'])('renews the acknowledgement of ana where %j is kept as the name', async (author) => {
  const times = { startsAt: minutesFromNow(-12), endsAt: minutesFromNow(3) };
  const ack = { id: 's1', matchers: [], createdBy: 'ana', comment: 'ACK! on it', ...times };
  const renewed: unknown[] = [];
  server.use(
    http.post('*/api/am/am/api/v2/silences', async ({ request }) => {
      renewed.push(await request.json());
      return HttpResponse.json({ silenceID: 's1' });
    }),
    ...hotAlertmanager([ack]),
  );
  usePreferences.setState({ author });
  const config = v.parse(configSchema, { dataSources: [], alertmanagers: [{ id: 'am', name: 'AM' }] });
  render(
    <ServicesProvider services={{ config, hosting: 'gateway', dataSources: new Map() }}>
      <AckKeeper />
    </ServicesProvider>,
  );
  await waitFor(() => expect(renewed).toMatchObject([{ id: 's1', createdBy: 'ana' }]));
});
