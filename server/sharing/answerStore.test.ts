import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnswerStore } from './answerStore.ts';

const never = { askedAt: 0, sentAt: 0, answeredAt: 0 };
const answer = (length: number, until = 100) => ({ headers: {}, body: Buffer.alloc(length), ...never, until });

test('the oldest goes first, and one put again is new', () => {
  const store = createAnswerStore(40_000);
  for (const key of ['a', 'b', 'c', 'a', 'd', 'e']) store.put(key, answer(8_000), 0);
  expect(['a', 'b', 'c', 'd', 'e'].filter((key) => store.get(key, 0) !== null)).toEqual(['a', 'c', 'd', 'e']);
});

test('what is over is not given, and gives its room back', () => {
  const store = createAnswerStore(40_000);
  store.put('a', answer(1, 10), 0);
  expect([store.get('a', 9), store.get('a', 10), store.bytes()]).toEqual([answer(1, 10), null, 0]);
  store.put('b', answer(1, 10), 0);
  store.put('c', answer(1, 20), 10);
  expect(store.size()).toBe(1);
});

test('what takes more than a quarter of the room is not taken, and its predecessor is gone', () => {
  const store = createAnswerStore(40_000);
  store.put('a', answer(1), 0);
  store.put('a', answer(10_000), 0);
  expect([store.get('a', 0), store.bytes(), store.size()]).toEqual([null, 0, 0]);
});

test('whatever is put, it stays within its bounds', () => {
  const put = fc.record({ key: fc.nat(20).map(String), length: fc.nat(20_000), until: fc.nat(100), now: fc.nat(100) });
  fc.assert(
    fc.property(fc.array(put, { maxLength: 100 }), fc.nat(60_000), (puts, limit) => {
      const store = createAnswerStore(limit);
      for (const { key, length, until, now } of puts) {
        store.put(key, answer(length, until), now);
        expect(store.bytes()).toBeLessThanOrEqual(limit);
        expect(store.bytes()).toBeGreaterThanOrEqual(store.size() * 1024);
      }
      for (let key = 0; key <= 20; key++) store.get(String(key), 101);
      expect([store.bytes(), store.size()]).toEqual([0, 0]);
    }),
  );
});
