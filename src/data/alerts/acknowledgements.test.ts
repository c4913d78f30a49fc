import { expect, it } from 'vitest';
import type { HeldAlert, Silence, SilenceDraft } from '../../alertmanager/types.ts';
import { ACK_LENGTH, renewAcknowledgements } from './acknowledgements.ts';

const now = 1_000_000_000;
const minute = 60_000;
const silence = (id: string, given: Partial<Silence> = {}): Silence => ({
  id,
  matchers: [],
  createdBy: 'ana',
  comment: 'ACK! on it',
  startsAt: now - 10 * minute,
  endsAt: now + 5 * minute,
  updatedAt: now,
  state: 'active',
  ...given,
});
const alert = (silencedBy: readonly string[]): HeldAlert => ({
  fingerprint: 'f',
  labels: {},
  annotations: {},
  state: 'suppressed',
  silencedBy,
  inhibitedBy: [],
  receivers: [],
  startsAt: 0,
  endsAt: 0,
  updatedAt: 0,
  generatorURL: '',
});

it('renews what is the author’s, an acknowledgement, about to end, and still needed; in place', async () => {
  const silences = [
    silence('due'),
    silence('not needed'),
    silence('of another', { createdBy: 'bia' }),
    silence('a plain silence', { comment: 'maintenance' }),
    silence('long enough', { endsAt: now + 7 * minute }),
    silence('over', { state: 'expired' }),
  ];
  const held = [alert(silences.map(({ id }) => id).filter((id) => id !== 'not needed'))];
  const made: SilenceDraft[] = [];
  const client = {
    silences: async () => silences,
    alerts: async () => held,
    createSilence: async (draft: SilenceDraft) => {
      made.push(draft);
      return draft.id ?? '';
    },
  };
  expect(await renewAcknowledgements(client, 'ana', now)).toBe(1);
  expect(made).toEqual([
    {
      id: 'due',
      matchers: [],
      createdBy: 'ana',
      comment: 'ACK! on it',
      startsAt: now - 10 * minute,
      endsAt: now + ACK_LENGTH,
    },
  ]);
});
