import { useState } from 'react';
import type { Alertmanager } from '../../../data/alerts/alertmanagers.ts';

export interface FailedWrite {
  readonly server: Alertmanager;
  readonly error: unknown;
}

interface Write {
  readonly isSending: boolean;
  /** Which servers the last write failed at, and why. */
  readonly failures: readonly FailedWrite[];
  /** Writes to each of the servers, and then calls back when it went well everywhere. */
  readonly send: (
    servers: readonly Alertmanager[],
    write: (server: Alertmanager) => Promise<unknown>,
    onDone: () => void,
  ) => void;
}

const idle = { isSending: false, failures: [] };

/** Something sent to Alertmanagers once, by the viewer's word. */
export function useWrite(): Write {
  const [state, setState] = useState<Pick<Write, 'isSending' | 'failures'>>(idle);
  const send: Write['send'] = async (servers, write, onDone) => {
    setState({ isSending: true, failures: [] });
    const outcomes = await Promise.all(
      servers.map(
        (server): Promise<readonly FailedWrite[]> =>
          write(server).then(
            () => [],
            (error: unknown) => [{ server, error }],
          ),
      ),
    );
    const failures = outcomes.flat();
    setState({ isSending: false, failures });
    if (failures.length === 0) onDone();
  };
  return { ...state, send };
}
