import { useMessages } from '../data/services/messages.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

/** While the code of a page is on its way: nothing to see, it takes a blink. */
export function PageLoading() {
  const { messages } = useMessages();
  return <VisuallyHidden>{messages.shell.loading}</VisuallyHidden>;
}
