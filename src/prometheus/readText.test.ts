import { expect, it } from 'vitest';
import { readText } from './readText.ts';
import { failureOf, fakeClient } from './testing.ts';

function body(text: string, chunk: number): Response {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + chunk));
      at += chunk;
    },
  });
  return new Response(stream, { headers: { 'content-type': 'application/json' } });
}

const series = Array.from({ length: 40 }, (_, i) => ({ metric: { i: `é,{"metric":${i}` }, value: [1, String(i)] }));
const reply = JSON.stringify({ status: 'success', data: { resultType: 'vector', result: series } });

it('reads a body whole, whatever its pieces', async () => {
  for (const chunk of [1, 7, 1000])
    expect(await readText(body(reply, chunk), 1 << 20)).toEqual({ text: reply, cut: false });
});

it('keeps the series that came whole when the limit is passed, and says so', async () => {
  const { client } = fakeClient(() => body(reply, 64), { maxBytes: 1000 });
  const { frame, capped } = await client.query({ expr: 'x' });
  const shown = frame.series.length;
  expect(shown).toBeGreaterThan(5);
  expect(shown).toBeLessThan(40);
  expect(frame.series.map(({ labels }) => labels)).toEqual(series.slice(0, shown).map(({ metric }) => metric));
  expect(capped).toEqual({ shown, total: null });
});

it('stops the download there', async () => {
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(100)),
    cancel() {
      cancelled = true;
    },
  });
  expect((await readText(new Response(endless), 1000)).cut).toBe(true);
  expect(cancelled).toBe(true);
});

it('a reply of one series beyond the limit is an error, not an empty answer', async () => {
  const { client } = fakeClient(() => body(reply, 64), { maxBytes: 80 });
  expect(await failureOf(client.query({ expr: 'x' }))).toMatchObject({ kind: 'malformed' });
});
