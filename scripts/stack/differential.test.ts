import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createFleet } from '../../mocks/fleet/fleet.ts';
import { createPrometheus } from '../../mocks/prometheus/prometheus.ts';
import { packNames } from '../../server/packs/packFiles.ts';
import { labelsKey } from '../../src/model/labels.ts';
import { createPrometheusClient } from '../../src/prometheus/client.ts';
import type { PrometheusServer } from '../lab/prometheus.ts';
import { readSamples } from '../lab/samples.ts';
import { compare, type Outcome, type Pair, type Question } from './differential/comparison.ts';
import { cycleEnd, cycleStart, interval, pastStart, phase, startPast } from './differential/past.ts';
import { generatedQuestions, packQuestion, ruleQuestions } from './differential/questions.ts';
import { versionDifferences } from './differential/versionDifferences.ts';
import { vocabularyOf } from './differential/vocabulary.ts';
import { packQuestions } from './packQuestions.ts';

// The same past in a real Prometheus and in the embedded one: what is asked of both must be answered alike.

const embeddedUrl = 'http://embedded.invalid';
/** Another seed, by the environment, tries other expressions. */
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 20_250_107);
const targets = createFleet({ incidents: 'scripted' });
const embedded = createPrometheus({
  targets,
  ruleFiles: [],
  now: () => cycleEnd,
  scrapes: { interval, phaseOf: () => phase, markers: false, since: pastStart },
});

let prometheus: PrometheusServer;
let pair: Pair;
beforeAll(async () => {
  prometheus = await startPast(targets);
  pair = { real: { server: fetch, url: prometheus.url }, embedded: { server: embedded, url: embeddedUrl } };
});
afterAll(() => prometheus?.stop());

const packsFolder = resolve(import.meta.dirname, '../../packs');
const packs = await packNames(packsFolder);
const ofPacks = (await Promise.all(packs.map((pack) => packQuestions(pack)))).flat();
const ofRules = packs.flatMap((pack) => ruleQuestions(packsFolder, pack));
const generated = generatedQuestions(seed, 300, vocabularyOf(targets));

const outcomes = new Map<Question, Promise<Outcome>>();

/** What becomes of a question; each is asked once. */
function outcomeOf(question: Question): Promise<Outcome> {
  const outcome = outcomes.get(question) ?? compare(pair, question);
  outcomes.set(question, outcome);
  return outcome;
}

describe('every expression of the packs', () => {
  it.each(ofPacks.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const client = createPrometheusClient({ baseUrl: prometheus.url });
    const { problem, isAnswered } = await compare(pair, await packQuestion(client, one));
    expect(problem).toBeNull();
    expect(isAnswered).toBe(true);
  });
});

describe('every rule of the packs', () => {
  it.each(ofRules.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const { problem, isAnswered } = await compare(pair, one);
    expect(problem).toBeNull();
    expect(isAnswered).toBe(true);
  });

  it('is there to be asked', () => expect(ofRules.length).toBeGreaterThanOrEqual(9));
});

describe(`generated expressions, DIFFERENTIAL_SEED=${seed}`, () => {
  it.each(generated.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    expect((await outcomeOf(one)).problem).toBeNull();
  });

  it('can mostly be evaluated, and mostly have data', async () => {
    const all = await Promise.all(generated.map(outcomeOf));
    expect(all).toHaveLength(300);
    expect(all.filter(({ isAnswered }) => isAnswered).length).toBeGreaterThanOrEqual(0.85 * all.length);
    expect(all.filter(({ hasData }) => hasData).length).toBeGreaterThanOrEqual(0.7 * all.length);
  });

  it.each(versionDifferences.filter(({ pattern }) => pattern))('have nothing of $what', ({ pattern }) => {
    expect(generated.filter(({ expr }) => pattern?.test(expr)).map(({ name }) => name)).toEqual([]);
  });

  it('are off the edges of windows', () => {
    const times = generated.flatMap(({ instants, range }) => [...instants, range.start, range.start + range.step]);
    expect(new Set(times.map((time) => time % 1000))).toEqual(new Set([750]));
    expect(phase % 1000).toBe(250);
    expect(cycleStart % interval).toBe(0);
  });
});

/** What Prometheus notes of its scrapes, which a written past lacks. */
const isNote = (name: string | undefined) => name?.startsWith('scrape_') ?? false;

/** The two, as the app's own client sees them. */
function clients() {
  const embeddedFetch = (url: string | URL | Request, init?: RequestInit) => embedded(new Request(url, init));
  return [
    createPrometheusClient({ baseUrl: prometheus.url }),
    createPrometheusClient({ baseUrl: embeddedUrl, fetch: embeddedFetch }),
  ] as const;
}

describe('what there is', () => {
  const end = cycleEnd - 60_000;
  const selections = [
    ['{__name__!~"scrape_.*", job=~".+"}'],
    ['up', 'http_requests_total{status=~"5..",method!="GET"}'],
    ['paths{state="notReady"}', 'rabbitmq_queues'],
    ['no_such_metric', '{job="node",mode="idle"}'],
  ].map((match) => ({ match, start: pastStart, end }));
  // Cameras that are back again: they are not found where nobody saw them gone.
  const lastHour = selections.map(({ match }) => ({ match, start: end - 3_600_000, end }));

  it.each([...selections, ...lastHour])('series of $match from $start', async (selection) => {
    const [real, ours] = await Promise.all(clients().map(async (one) => (await one.series(selection)).data));
    expect(ours?.map(labelsKey).sort()).toEqual(real?.map(labelsKey).sort());
  });

  // Of names and values the real one tells by whole blocks of samples, so the whole past is asked for.
  it.each([...selections, { start: pastStart, end }])('label names and values, %j', async (selection) => {
    const [real, ours] = clients();
    const names = (await real.labels(selection)).data;
    expect((await ours.labels(selection)).data).toEqual(names);
    for (const name of [...names, 'no_such_label']) {
      const values = (await ours.labelValues(name, selection)).data.filter((value) => !isNote(value));
      expect(values, name).toEqual((await real.labelValues(name, selection)).data);
    }
  });

  it('metadata, but for what real servers and exporters say', async () => {
    const lab = createPrometheusClient({ baseUrl: inject('prometheusUrl') });
    const [real, ours] = [(await lab.metadata()).data, (await clients()[1].metadata()).data];
    const realTargets = inject('targets').filter(({ isReal }) => isReal);
    const texts = await Promise.all(realTargets.map(async ({ url }) => (await fetch(url)).text()));
    const realJobs = realTargets.map(({ job }) => job);
    const simulated = targets.filter(({ job }) => realJobs.includes(job)).flatMap(({ families }) => families);
    const familyOf = (name: string) => name.replace(/_(bucket|sum|count)$/, '');
    const ofReal = new Set([...texts.flatMap(readSamples), ...simulated].map(({ name }) => familyOf(name)));
    // A family without a series is written by no simulated exporter, and so it is unknown to the real one.
    const sampled = new Set((await lab.labelValues('__name__')).data.flatMap((name) => [name, familyOf(name)]));
    const others = (data: typeof real) =>
      Object.entries(data)
        .filter(([name]) => sampled.has(name) && !ofReal.has(name))
        .map(([name, entries]) => [name, entries.map((entry) => JSON.stringify(entry)).sort()])
        .sort();
    expect(others(ours).length).toBeGreaterThan(50);
    expect(others(ours)).toEqual(others(real));
  });
});
