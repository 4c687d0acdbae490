import { DEFINABLE_TYPES } from '../../project/ours';
import type { Line } from './lines';
import { skipPadding } from './padding';
import { type Block, plainRow, propertyRow, type Row } from './rows';

const HEAD = new RegExp(String.raw`^(#+)([ \t]*)define[ \t]+(${DEFINABLE_TYPES.join('|')})[ \t]*\{[ \t]*(?:;.*)?$`);

/** The object that is commented out from a line on; undefined where none is, or where it is not whole. */
export function commentedBlock(text: string, lines: readonly Line[], from: number): Block | undefined {
  const head = lines[from];
  if (!head || !isComment(head)) return undefined;
  const [, mark = '', base = '', type = ''] = HEAD.exec(text.slice(head.first, head.last)) ?? [];
  if (type === '') return undefined;
  const rows: Row[] = [rowBehind(text, head, mark)];
  for (let index = from + 1; index < lines.length; index++) {
    const line = lines[index];
    const ours = line && isComment(line) && text.startsWith(mark, line.first);
    if (!ours || HEAD.test(text.slice(line.first, line.last))) return undefined;
    const row = rowBehind(text, line, mark);
    // Shinken's own mark of a file must not come about.
    if (text.startsWith('IMPORTEDFROM=', row.first)) return undefined;
    rows.push(row);
    if (row.kind === 'outer') return { type, rows, base };
  }
  return undefined;
}

/** A `#` outside any object, whose text ends with the line. */
function isComment({ role, first, semicolon, inObject, adrift, goesOn }: Line): boolean {
  return role === 'comment' && semicolon !== first && !inObject && !adrift && !goesOn;
}

function rowBehind(text: string, line: Line, mark: string): Row {
  const lead = line.first + mark.length;
  const first = skipPadding(text, lead, line.last);
  const content = text.slice(first, Math.max(first, line.bare));
  if (content === '}' || HEAD.test(text.slice(line.first, line.last))) return plainRow('outer', line, lead, first);
  if (first === line.last || /^[{}]/.test(content) || text.charAt(lead) === '#') {
    return plainRow('left', line, lead, first);
  }
  if (content === '' || content.startsWith('#')) return plainRow('comment', line, lead, first);
  return propertyRow(text, line, lead, first);
}
