import { useState } from 'react';

interface Write {
  readonly isBusy: boolean;
  /** Why the last attempt failed; null while none has. */
  readonly error: unknown;
  readonly run: () => Promise<void>;
}

/** Something that changes a server, done once at a time when the viewer says so; `onDone` follows a success. */
export function useWrite(write: () => Promise<void>, onDone: () => void): Write {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async () => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await write();
      onDone();
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, error, run };
}
