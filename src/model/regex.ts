/** Flags at the beginning count for all that follows. */
const leadingFlags = /^(?:\(\?[isU]+\))+/;

/** Where RE2 and JavaScript may differ: any escape, flags, groups with a name, and what stands in brackets in RE2 only. */
const special = /\\x\{|\\.|\[:\^?[a-z]+:\]|\[\^?\]|\(\?P?<\w+>|\(\?[\w-]+[:)]/gs;

/** Escapes that mean something else in JavaScript, or nothing: classes by their Unicode names, a literal text, a byte, a bell. */
const foreignEscape = /^\\(?:[pPQCa]|x\{)/;

/**
 * A regular expression of RE2, anchored as matchers are, and `.` being any character. `unjudged` where it is made of what
 * JavaScript has no word for; null where it is none.
 */
export function compileRe2(pattern: string): RegExp | 'unjudged' | null {
  const [flags = ''] = leadingFlags.exec(pattern) ?? [];
  const source = translate(pattern.slice(flags.length));
  if (source === null) return 'unjudged';
  try {
    // `U` says which of several matches is meant; whether there is one does not hang on it.
    return new RegExp(`^(?:${source})$`, flags.includes('i') ? 'is' : 's');
  } catch {
    return null;
  }
}

/** In JavaScript's words; null where it has none. */
function translate(pattern: string): string | null {
  let isKnown = true;
  const source = pattern.replace(special, (token) => {
    if (token === '\\A') return '^';
    if (token === '\\z') return '$';
    if (/^\(\?P?</.test(token)) return '(';
    if (!token.startsWith('\\') || foreignEscape.test(token)) isKnown = false;
    return token;
  });
  return isKnown ? source : null;
}
