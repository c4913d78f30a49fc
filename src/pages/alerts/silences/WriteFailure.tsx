import { useMessages } from '../../../data/messages.tsx';
import { describeError } from '../../../prometheus/describe.ts';
import { Message } from '../../../ui/Message.tsx';

/** What the server said when it refused; nothing while nothing failed. */
export function WriteFailure({ error }: { readonly error: unknown }) {
  const { messages } = useMessages();
  if (error === null) return null;
  const { title, advice, detail } = describeError(error, messages.errors);
  return (
    <Message role="alert" title={title}>
      {detail === '' ? advice : <pre>{detail}</pre>}
    </Message>
  );
}
