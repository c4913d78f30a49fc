// @vitest-environment happy-dom
import { HttpResponse, http } from 'msw';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { configSchema } from '../../model/config.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { createQueryClient } from '../asking/queryClient.ts';
import type { Services } from '../services/services.tsx';
import { askAhead, dashboardQuery } from './usePacks.ts';

const server = mockServer();

const services: Services = {
  config: v.parse(configSchema, { dataSources: [] }),
  hosting: 'gateway',
  dataSources: new Map(),
};

const text = (words: string) => ({ en: words, 'pt-BR': words });
const dashboard = {
  title: text('Doors'),
  section: 'business',
  rows: [{ panels: [{ id: 'note', kind: 'text', title: text('Note'), options: { content: text('Note') } }] }],
};

it.each(['/d/house/doors', '/embed/house/doors/front'])('has the dashboard of %s before it is drawn', async (path) => {
  server.use(
    http.get('*/api/packs', () => HttpResponse.json({ packs: [], problems: [] })),
    http.get('*/api/packs/house/doors', () => HttpResponse.json(dashboard)),
  );
  const queryClient = createQueryClient();
  await askAhead(queryClient, services, path);
  expect(queryClient.getQueryData(dashboardQuery(services, 'house', 'doors').queryKey)).toMatchObject({
    title: text('Doors'),
  });
});

it('does not wait long for a file that does not come, nor fail with it', async () => {
  server.use(
    http.get('*/api/packs', () => new Promise<never>(() => {})),
    http.get('*/api/packs/house/doors', () => HttpResponse.error()),
  );
  await askAhead(createQueryClient(), services, '/d/house/doors');
});

it.each(['/', '/alerts', '/d/house', '/d/%/doors'])('asks nothing for %s', async (path) => {
  await askAhead(createQueryClient(), services, path);
});
