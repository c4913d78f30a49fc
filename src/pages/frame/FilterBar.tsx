import { type KeyboardEvent, useId } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { frameTexts } from '../../i18n/apart/frame.ts';
import { isJudged, type Matcher, matcherText, parseMatcher } from '../../model/matcher.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './FilterBar.module.css';

interface FilterBarProps {
  readonly matchers: readonly Matcher[];
  /** What stands in the field: free text, which narrows the list as well, until it is taken as a matcher. */
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
 * (`job="api"`, also without quotes) and becomes a chip with Enter; until then, as anything else, it is free text.
 */
export function FilterBar({ matchers, text, labels, valuesOf, onMatchers, onText }: FilterBarProps) {
  const { language } = useMessages();
  const texts = frameTexts[language].filter;
  const id = useId();
  const remove = (at: number) => onMatchers(matchers.filter((_, i) => i !== at));
  const onKeyDown = (event: KeyboardEvent) => {
    const matcher = parseLoose(text);
    if (event.key === 'Enter' && matcher !== null) {
      // A form around it is not to be sent by that: what the new chip does has not been seen yet.
      event.preventDefault();
      onText('');
      if (!matchers.some((known) => matcherText(known) === matcherText(matcher))) onMatchers([...matchers, matcher]);
    }
    if (event.key === 'Backspace' && text === '' && matchers.length > 0) remove(matchers.length - 1);
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
            {!isJudged(matcher) && <span className={styles.unjudged}>{texts.unjudged}</span>}
            <Button look="quiet" icon="close" aria-label={texts.remove(written)} onClick={() => remove(i)} />
          </span>
        );
      })}
      <TextInput
        className={styles.input ?? ''}
        aria-label={texts.label}
        placeholder={matchers.length === 0 ? texts.placeholder : ''}
        value={text}
        list={id}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <datalist id={id}>
        {suggestions(text, labels, valuesOf).map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
      {(matchers.length > 0 || text !== '') && (
        <Button
          look="quiet"
          onClick={() => {
            onMatchers([]);
            onText('');
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
  // `=~"…"` is not `=` with a value that begins with a tilde; and `==` is a comparison, no matcher.
  const bare = /^\s*([A-Za-z_]\w*)\s*(=~|!~|!=|=(?![=~]))\s*([^"\s].*?)\s*$/.exec(text);
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
