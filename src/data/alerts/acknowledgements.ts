import type { AlertmanagerClient } from '../../alertmanager/client.ts';
import type { Silence } from '../../alertmanager/types.ts';

/** What the comment of a silence begins with that acknowledges an alert; karma and its kin read it, too. */
export const ACK = 'ACK!';
/** How long an acknowledgement lasts unless it is renewed, ms. */
export const ACK_LENGTH = 15 * 60_000;
/** It is renewed when less than this is left of it, ms. */
const ACK_RENEWAL = 6 * 60_000;

/** Whether a silence says that somebody is on it. */
export const isAcknowledgement = ({ comment }: Pick<Silence, 'comment'>) => comment.startsWith(ACK);

/** The comment of a silence, without the mark of an acknowledgement. */
export const reasonOf = (silence: Pick<Silence, 'comment'>) =>
  isAcknowledgement(silence) ? silence.comment.slice(ACK.length).trim() : silence.comment;

/**
 * Makes the acknowledgements of `author` last on that run out soon and still silence an alert; the others end by
 * themselves. `now` is epoch ms on the server's clock. Answers how many were renewed; rejects as the client does.
 */
export async function renewAcknowledgements(
  client: Pick<AlertmanagerClient, 'alerts' | 'silences' | 'createSilence'>,
  author: string,
  now: number,
): Promise<number> {
  const isDue = (silence: Silence) =>
    silence.state === 'active' &&
    isAcknowledgement(silence) &&
    silence.createdBy === author &&
    silence.endsAt - now < ACK_RENEWAL;
  const due = (await client.silences()).filter(isDue);
  if (due.length === 0) return 0;
  const used = new Set((await client.alerts()).flatMap(({ silencedBy }) => silencedBy));
  const wanted = due.filter(({ id }) => used.has(id));
  for (const { id, matchers, createdBy, comment, startsAt } of wanted) {
    await client.createSilence({ id, matchers, createdBy, comment, startsAt, endsAt: now + ACK_LENGTH });
  }
  return wanted.length;
}
