import type { ReactNode } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { frameTexts } from '../../i18n/apart/frame.ts';
import { isWhole } from '../../prometheus/completeness.ts';
import type { Reply } from '../../prometheus/types.ts';
import { Message } from '../../ui/Message.tsx';
import { Fetched, type FetchedProps } from './Fetched.tsx';

interface FetchedReplyProps<T> extends Omit<FetchedProps<Reply<T>>, 'children'> {
  readonly children: (data: T) => ReactNode;
}

/** `Fetched` for what Prometheus itself was asked for: above a list that is partial it says so, with the server's words. */
export function FetchedReply<T>({ children, ...fetched }: FetchedReplyProps<T>) {
  const { language } = useMessages();
  return (
    <Fetched<Reply<T>> {...fetched}>
      {(reply) => (
        <>
          {!isWhole(reply) && (
            <Message role="status" title={frameTexts[language].partial}>
              <pre>{reply.warnings.join('\n')}</pre>
            </Message>
          )}
          {children(reply.data)}
        </>
      )}
    </Fetched>
  );
}
