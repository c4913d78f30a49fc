import { useLayoutEffect, useMemo, useRef } from 'react';
import type { PanelProps } from '../contract.ts';
import type { TextOptions } from './options.ts';
import { sanitize } from './sanitize.ts';
import styles from './TextPanel.module.css';
import { readMarkdown, toHtml } from './transform.ts';

export function TextPanel({ options, environment }: PanelProps<TextOptions>) {
  const { interpolate, language } = environment;
  const html = useMemo(
    () => toHtml(readMarkdown(options.text[language], interpolate)),
    [options.text, language, interpolate],
  );
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(sanitize(html)), [html]);
  return <div ref={place} className={styles.text} />;
}
