import { useState } from 'react';

interface Write {
  readonly isSending: boolean;
  /** Why the last write failed; null while it is fine. */
  readonly error: unknown;
  /** Sends it, and then calls back when it went well. */
  readonly send: (write: () => Promise<unknown>, onDone: () => void) => void;
}

/** Something sent to a server once, by the viewer's word. */
export function useWrite(): Write {
  const [{ isSending, error }, setState] = useState<{ isSending: boolean; error: unknown }>({
    isSending: false,
    error: null,
  });
  const send: Write['send'] = (write, onDone) => {
    setState({ isSending: true, error: null });
    write().then(
      () => {
        setState({ isSending: false, error: null });
        onDone();
      },
      (failure: unknown) => setState({ isSending: false, error: failure }),
    );
  };
  return { isSending, error, send };
}
