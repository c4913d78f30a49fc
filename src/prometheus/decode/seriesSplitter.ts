/** Cuts the text of an answer into its series and what stands around them, while it comes. */
export interface SeriesSplitter {
  push(text: string): void;
  /** Series that have come whole. */
  count(): number;
  /** The answer with `0` for each series: its shape, remarks and the number of its series. */
  rest(): string;
  /** `rest` of an answer that was cut: closed after the last series that came whole. */
  closed(): string;
}

const quote = 34;
const comma = 44;
const colon = 58;
const bracketOpen = 91;
const backslash = 92;
const bracketClose = 93;
const braceOpen = 123;
const braceClose = 125;

/** How deep the items of `{"data":{"result":[...]}}` stand. */
const ITEMS = 3;

/**
 * Every object in the list `data.result` goes to `onSeries` as text, whole but unchecked; all else stays in `rest`, so that
 * parsing the series and the rest finds every error that parsing the whole would. Pieces may end anywhere.
 */
export function createSeriesSplitter(onSeries: (text: string, position: number) => void): SeriesSplitter {
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  /** Strings are kept only where a key of the path may stand. */
  let key = '';
  let isKeyWanted = false;
  let isAfterColon = false;
  let isInData = false;
  let isInList = false;
  let isInSeries = false;
  /** In the list. */
  let position = 0;
  let count = 0;
  let rest = '';
  let listEnd = -1;
  /** The part of a series that came in earlier pieces. */
  let begun = '';

  /** What an opening bracket begins: whether `text` from its index on belongs to a series. */
  function open(isBrace: boolean): boolean {
    const startsSeries = isInList && depth === ITEMS && isBrace;
    if (depth === 1 && isBrace) isInData = isAfterColon && key === 'data';
    if (depth === 2 && !isBrace) isInList = isInData && isAfterColon && key === 'result' && listEnd === -1;
    depth++;
    return startsSeries;
  }

  function push(text: string): void {
    /** Where what is not yet handed on begins. */
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const char = text.charCodeAt(i);
      if (isString) {
        if (isEscaped) isEscaped = false;
        else if (char === backslash) isEscaped = true;
        else if (char === quote) {
          isString = false;
          continue;
        }
        if (isKeyWanted) key += text[i];
        continue;
      }
      switch (char) {
        case quote:
          isString = true;
          isKeyWanted = depth <= 2 && !isInSeries;
          if (isKeyWanted) key = '';
          break;
        case colon:
          isAfterColon = true;
          break;
        case comma:
          isAfterColon = false;
          if (isInList && depth === ITEMS) position++;
          break;
        case braceOpen:
        case bracketOpen:
          if (open(char === braceOpen)) {
            rest += `${text.slice(from, i)}0`;
            from = i;
            isInSeries = true;
          }
          isAfterColon = false;
          break;
        case braceClose:
        case bracketClose:
          depth--;
          if (isInSeries && depth === ITEMS) {
            const whole = begun + text.slice(from, i + 1);
            from = i + 1;
            isInSeries = false;
            begun = '';
            count++;
            onSeries(whole, position);
          } else if (isInList && depth < ITEMS) {
            rest += text.slice(from, i + 1);
            from = i + 1;
            isInList = false;
            listEnd = rest.length;
          }
          break;
      }
    }
    if (isInSeries) begun += text.slice(from);
    else rest += text.slice(from);
  }

  return {
    push,
    count: () => count,
    rest: () => rest,
    closed() {
      if (listEnd !== -1) return `${rest.slice(0, listEnd)}}}`;
      // The series that was cut, and the comma before it.
      return `${rest.replace(isInSeries ? /,?\s*0$/ : /,\s*$/, '')}]}}`;
    },
  };
}
