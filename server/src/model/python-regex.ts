/**
 * Python's regular expressions in JavaScript's. A pattern that Python may take and JavaScript may not is `unknown`: nothing is said of
 * it rather than something false.
 */
export type PythonRegex =
  | {
      readonly kind: 'regex';
      /** Python's `re.match`: anchored at the beginning, not at the end. */
      matches(text: string): boolean;
    }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'unknown' };

/** Compiles a pattern as Python 2's `re.compile` would. Never throws. */
export function pythonRegex(pattern: string): PythonRegex {
  let flags = 'y';
  const source = pattern
    .replace(/\(\?([iLmsux]+)\)/g, (_, letters: string) => {
      for (const letter of letters) if ('ims'.includes(letter) && !flags.includes(letter)) flags += letter;
      return '';
    })
    .replace(
      /(\\.)|\(\?P<|\(\?P=([A-Za-z_]\w*)\)|\(\?#[^)]*\)|\[\^?\](?=.*\])|\{,(?=\d+\})/gs,
      (text, escape, name) => {
        if (typeof escape === 'string') return escape === '\\A' ? '^' : escape === '\\Z' ? '(?![^])' : escape;
        if (typeof name === 'string') return `\\k<${name}>`;
        if (text === '(?P<') return '(?<';
        if (text === '{,') return '{0,';
        return text.startsWith('(?#') ? '' : `${text.slice(0, -1)}\\]`;
      },
    );
  try {
    const regex = new RegExp(source, flags);
    return {
      kind: 'regex',
      matches(text) {
        regex.lastIndex = 0;
        return regex.test(text);
      },
    };
  } catch {
    return { kind: /\(\?[^:=!<]/.test(source) ? 'unknown' : 'invalid' };
  }
}
