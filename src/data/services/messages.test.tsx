// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { en } from '../../i18n/en/index.ts';
import { MessagesProvider, useMessages } from './messages.tsx';

const drawn = vi.fn();

function Page() {
  drawn();
  return useMessages().language;
}

const page = <Page />;
const app = (language: 'en' | 'pt-BR') => (
  <MessagesProvider language={language} initial={{ language: 'en', messages: en }}>
    {page}
  </MessagesProvider>
);

it('draws the app once with the texts of the boot, and again only for another language', async () => {
  const { rerender } = render(app('en'));
  // What a load of the same texts would take, and more.
  await vi.dynamicImportSettled();
  expect(drawn).toHaveBeenCalledTimes(1);
  rerender(app('pt-BR'));
  await screen.findByText('pt-BR');
  rerender(app('en'));
  await screen.findByText('en');
  expect(drawn).toHaveBeenCalledTimes(3);
});
