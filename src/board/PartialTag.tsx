import { useMessages } from '../data/services/messages.tsx';
import { Tag } from '../ui/Tag.tsx';

/** Marks what is not all there is, wherever it stands; `warnings` are the server's words on it. */
export function PartialTag({ warnings }: { readonly warnings: readonly string[] }) {
  const { messages } = useMessages();
  return (
    <Tag title={[...new Set(warnings)].join('\n')}>
      <span aria-hidden="true">◐</span> {messages.board.tags.partial}
    </Tag>
  );
}
