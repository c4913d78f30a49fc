// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import { embeddedPrometheus } from '../../testing/embeddedPrometheus.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import Palette from './Palette.tsx';

const open = pageHost();
const server = mockServer();

it('has what was typed until it was on the page, also after its first drawing had begun', async () => {
  server.use(
    embeddedPrometheus({ targets: [] }),
    http.get('*/api/packs', () => HttpResponse.json({ packs: [], problems: [] })),
  );
  // All of it is typed while the palette is being drawn.
  const typedBefore = {
    get current(): string {
      return screen.queryByRole('combobox', { hidden: true }) === null ? '' : 'pushg';
    },
    set current(_: string) {},
  };
  open(<Palette typedBefore={typedBefore} onClose={() => {}} />, '/rules');
  expect(await screen.findByDisplayValue('pushg')).toBeDefined();
});
