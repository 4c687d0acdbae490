/** A snippet as VS Code has it. */
export interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** What the body of a snippet may say at one place. */
type Part = string | { readonly stop: number; readonly parts?: readonly Part[]; readonly choices?: readonly string[] };

/** A tab stop of a snippet: its number, and what it holds before anything is typed. */
export interface TabStop {
  readonly stop: number;
  readonly text: string;
  readonly choices: readonly string[];
}

/** The text that a snippet inserts when every tab stop is left as it is, and its tab stops in the order of the text. */
export function expand({ body }: Pick<Snippet, 'body'>): { text: string; stops: TabStop[] } {
  const parts = parse(body.join('\n'));
  const defaults = new Map<number, Part>();
  collect(parts, defaults);
  const stops: TabStop[] = [];
  const write = (list: readonly Part[]): string =>
    list
      .map((part) => {
        if (typeof part === 'string') return part;
        const source = defaults.get(part.stop);
        const choices = typeof source === 'object' ? (source.choices ?? []) : [];
        const text = typeof source === 'object' ? (source.choices?.[0] ?? write(source.parts ?? [])) : '';
        stops.push({ stop: part.stop, text, choices });
        return text;
      })
      .join('');
  return { text: write(parts), stops };
}

/** The first place that says what a tab stop holds says it for all. */
function collect(parts: readonly Part[], defaults: Map<number, Part>): void {
  for (const part of parts) {
    if (typeof part === 'string') continue;
    if ((part.parts ?? part.choices) && !defaults.has(part.stop)) defaults.set(part.stop, part);
    collect(part.parts ?? [], defaults);
  }
}

function parse(text: string): Part[] {
  let at = 0;
  const list = (closing: string): Part[] => {
    const parts: Part[] = [];
    let plain = '';
    const flush = (): void => {
      if (plain !== '') parts.push(plain);
      plain = '';
    };
    while (at < text.length && text[at] !== closing) {
      const stop = /\$(\d+)|\$\{(\d+)([:|}])/y;
      stop.lastIndex = at;
      const match = stop.exec(text);
      if (text[at] === '\\' && /[$}\\]/.test(text[at + 1] ?? '')) {
        plain += text[at + 1] ?? '';
        at += 2;
      } else if (match) {
        flush();
        at += match[0].length;
        const number = Number(match[1] ?? match[2]);
        if (match[3] === ':') {
          parts.push({ stop: number, parts: list('}') });
          at++;
        } else if (match[3] === '|') {
          const end = text.indexOf('|}', at);
          parts.push({ stop: number, choices: text.slice(at, end).split(',') });
          at = end + 2;
        } else parts.push({ stop: number });
      } else if (text[at] === '$') {
        throw new Error(`A dollar sign that is neither escaped nor a tab stop: ${text.slice(at, at + 20)}`);
      } else {
        plain += text[at] ?? '';
        at++;
      }
    }
    flush();
    return parts;
  };
  return list('');
}
