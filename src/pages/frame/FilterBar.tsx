import { type KeyboardEvent, useId, useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { frameTexts } from '../../i18n/apart/frame.ts';
import { type Matcher, matcherText, parseMatcher } from '../../model/matcher.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './FilterBar.module.css';

interface FilterBarProps {
  readonly matchers: readonly Matcher[];
  /** Free text that narrows the list as well. */
  readonly text: string;
  /** Label names to offer. */
  readonly labels: readonly string[];
  /** Values of a label to offer. */
  readonly valuesOf: (label: string) => readonly string[];
  readonly onMatchers: (matchers: readonly Matcher[]) => void;
  readonly onText: (text: string) => void;
}

/** More suggestions than this are not offered: typing narrows them. */
const offered = 200;

/**
 * Narrows a list: label matchers as chips, each with a way to take it off, and free text. A matcher is typed as in PromQL
 * (`job="api"`, also without quotes) and becomes a chip with Enter; anything else is free text.
 */
export function FilterBar({ matchers, text, labels, valuesOf, onMatchers, onText }: FilterBarProps) {
  const { language } = useMessages();
  const texts = frameTexts[language].filter;
  const id = useId();
  const [draft, setDraft] = useState(text);
  const [shownText, setShownText] = useState(text);
  // The text in the URL changed elsewhere: by the back button, say.
  if (shownText !== text) {
    setShownText(text);
    setDraft(text);
  }
  const remove = (at: number) => onMatchers(matchers.filter((_, i) => i !== at));
  const type = (next: string) => {
    setDraft(next);
    if (parseLoose(next) !== null) return;
    setShownText(next);
    onText(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const matcher = parseLoose(draft);
    if (event.key === 'Enter' && matcher !== null) {
      setDraft('');
      setShownText('');
      onText('');
      if (!matchers.some((known) => matcherText(known) === matcherText(matcher))) onMatchers([...matchers, matcher]);
    }
    if (event.key === 'Backspace' && draft === '' && matchers.length > 0) remove(matchers.length - 1);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the element for it is too young for the browsers in use
    <div role="search" className={styles.bar}>
      <Icon name="search" />
      {matchers.map((matcher, i) => {
        const written = matcherText(matcher);
        return (
          <span key={written} className={styles.chip}>
            <code>{written}</code>
            <Button look="quiet" icon="close" aria-label={texts.remove(written)} onClick={() => remove(i)} />
          </span>
        );
      })}
      <TextInput
        className={styles.input ?? ''}
        aria-label={texts.label}
        placeholder={matchers.length === 0 ? texts.placeholder : ''}
        value={draft}
        list={id}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <datalist id={id}>
        {suggestions(draft, labels, valuesOf).map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
      {(matchers.length > 0 || draft !== '') && (
        <Button
          look="quiet"
          onClick={() => {
            onMatchers([]);
            type('');
          }}
        >
          {texts.clear}
        </Button>
      )}
    </div>
  );
}

/** A matcher with its quotes or without them. */
function parseLoose(text: string): Matcher | null {
  const bare = /^\s*([A-Za-z_]\w*)\s*(=~|!~|!=|=)\s*([^"\s].*?)\s*$/.exec(text);
  if (bare === null) return parseMatcher(text);
  const [, label = '', operator = '', value = ''] = bare;
  return parseMatcher(`${label}${operator}"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
}

/** Label names first; after `name=` the label's values. */
function suggestions(
  draft: string,
  labels: readonly string[],
  valuesOf: (label: string) => readonly string[],
): readonly string[] {
  const begun = /^\s*([A-Za-z_]\w*)\s*(=~|!~|!=|=)/.exec(draft);
  if (begun === null) return labels.slice(0, offered).map((label) => `${label}=`);
  const [, label = '', sign = '='] = begun;
  const operator = sign === '!=' || sign === '!~' ? '!=' : '=';
  return valuesOf(label)
    .slice(0, offered)
    .map((value) => matcherText({ label, operator, value }));
}
