import { useMessages } from '../../../data/services/messages.tsx';
import { Message } from '../../../ui/Message.tsx';
import { describeWriteFailure } from '../../frame/writeFailure.ts';
import type { FailedWrite } from './useWrite.ts';

/** What each server said that was not changed; nothing while nothing failed. */
export function WriteFailures({ failures }: { readonly failures: readonly FailedWrite[] }) {
  const texts = useMessages();
  return failures.map(({ server, error }) => {
    const { title, advice, detail } = describeWriteFailure(error, server.name, texts);
    return (
      <Message key={server.id} role="alert" title={title}>
        {detail === '' ? advice : <pre>{detail}</pre>}
      </Message>
    );
  });
}
