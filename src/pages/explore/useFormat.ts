import { useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { describeError } from '../../prometheus/describe.ts';
import { formatQuery } from './formatQuery.ts';
import type { MeteredSource } from './meteredSource.ts';
import { useTexts } from './useTexts.ts';

/** Lays out an expression as Prometheus does; `problem` says why that could not be. */
export function useFormat({ baseUrl }: MeteredSource, expr: string, onFormatted: (expr: string) => void) {
  const texts = useTexts();
  const { messages } = useMessages();
  const [failed, setFailed] = useState<{ readonly expr: string; readonly problem: string } | null>(null);
  const format = async () => {
    setFailed(null);
    try {
      const formatted = await formatQuery(baseUrl, expr);
      if (formatted === null) setFailed({ expr, problem: texts.cannotFormat });
      else onFormatted(formatted);
    } catch (error) {
      const { title, detail } = describeError(error, messages.errors);
      setFailed({ expr, problem: `${texts.formatFailed} ${detail === '' ? title : detail}` });
    }
  };
  return { format: () => void format(), problem: failed?.expr === expr ? failed.problem : null };
}
