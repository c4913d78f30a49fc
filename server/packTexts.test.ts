import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LocalizedText } from '../src/model/language.ts';
import { packNames, readPackFolder } from './packFiles.ts';
import { projectRoot } from './projectRoot.ts';

const folder = join(projectRoot(), 'packs');
const packs = await Promise.all((await packNames(folder)).map((name) => readPackFolder(folder, name)));

/** What a reader meets: packs, key figures, dashboards and panels, each by its place. */
const places = packs.flatMap(({ summary, dashboards }) =>
  summary === null
    ? []
    : [
        { place: summary.id, title: summary.title, description: summary.description },
        ...[...dashboards].flatMap(([id, { title, description, rows }]) => [
          { place: `${summary.id}/${id}`, title, description },
          ...rows.flatMap((row) =>
            row.panels.map((panel) => ({
              place: `${summary.id}/${id}/${panel.id}`,
              title: panel.title,
              description: panel.description,
            })),
          ),
        ]),
      ],
);

/** Names of products, and English words that Portuguese speakers of the trade use. */
const wordsOfBoth: ReadonlySet<string> = new Set([
  ...packs.flatMap(({ summary }) => summary?.title.en ?? []),
  'API',
  'Backends',
  'Cache',
  'Caches',
  'Commits',
  'Pings',
  'Pipeline',
  'Pushgateway',
  'WebSockets',
  'Whisper (P95)',
]);

const isGiven = (text: LocalizedText | undefined) =>
  text !== undefined && text.en.trim() !== '' && text['pt-BR'].trim() !== '';
const isTranslated = (text: LocalizedText) => text.en !== text['pt-BR'];

describe('the texts of the shipped packs', () => {
  it('name every dashboard and panel in both languages', () => {
    expect(places.length).toBeGreaterThan(packs.length);
    expect(places.filter(({ title }) => !isGiven(title)).map(({ place }) => place)).toEqual([]);
  });

  it('describe every dashboard and panel, in words that differ by language', () => {
    const wanting = places.filter(
      ({ description }) => description === undefined || !isGiven(description) || !isTranslated(description),
    );
    expect(wanting.map(({ place }) => place)).toEqual([]);
  });

  it('are the same in both languages only where a title is a name or a word of both', () => {
    const same = places.filter(({ title }) => !isTranslated(title) && !wordsOfBoth.has(title.en));
    expect(same.map(({ place }) => place)).toEqual([]);
  });
});
