import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packNames, readPackFolder } from '../../server/packs/packFiles.ts';
import { root } from '../command.ts';

const folder = join(root, 'packs');

/** A text as a file gives it: one for all languages, or one for each. */
type Written = string | { readonly en?: string; readonly 'pt-BR'?: string } | undefined;

const isInBoth = (text: Written) =>
  typeof text === 'object' && Boolean(text.en?.trim()) && Boolean(text['pt-BR']?.trim());

it.each(await packNames(folder))(
  'every dashboard and panel of %s has a title and a description in both languages',
  async (pack) => {
    const { dashboards } = await readPackFolder(folder, pack);
    const texts = [...dashboards].flatMap(([id, { title, description, rows }]) => [
      [`${id} title`, title] as const,
      [`${id} description`, description] as const,
      ...rows.flatMap(({ panels }) =>
        panels.flatMap((panel) => [
          [`${id}/${panel.id} title`, panel.title] as const,
          [`${id}/${panel.id} description`, panel.description] as const,
        ]),
      ),
    ]);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter(([, text]) => !isInBoth(text)).map(([place]) => place)).toEqual([]);
  },
);
