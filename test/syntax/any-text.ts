import type { SyntaxTree } from '../../server/src/syntax/nodes';

const LINES =
  String.raw`define host {|define host{|  define service  {|define host|define{ host|definehost {|define_me 1|define a b { use x
define host { use x }|define host {}|{|}|}| }|} # x|};c|} ; c|}\;|define x { ; c|define x{;|define  {|  use a, b ; c|key|a=b|a = b|=x|=|$U$=x;y|x \|use a\|\|\\|val C:\s|val C:\sss
# c \|# c|; c \|a\;b;c|a\;\;b\|cmd a\;|||   |# IMPORTEDFROM=x|# IMPORTEDFROM=x \|{ a|\;a|;\|a # b|a #|s|\s|Define host {`
    .split(/[|\n]/)
    .concat(
      '\xa0x\xa0y\xa0',
      'k\xa0v w',
      '\u2003a b\u2028',
      '\ufeffdefine host {',
      '\x0bk\x0bv\x0cw',
      'é \ufffd',
      '\ud83d\ude00 a',
      '\ud83d',
      'k v\xa0',
      'k v\x1cw',
      'k v\u200bw',
      'k \u20acw',
      'define h\xe9 {',
      'define\tx\t{\t',
      '\tk\tv\t; c',
      '  # c ; d',
    );

/** A text of lines that each mean something, now and then run into one another or cut short. */
export function anyText(next: () => number): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  let text = '';
  for (let count = Math.floor(next() * 16); count > 0; count--) {
    text += pick(LINES);
    if (next() < 0.1) continue;
    text += pick(['\n', '\n', '\n', '\n', '\r\n', '\r']);
  }
  return next() < 0.2 ? text.slice(0, Math.floor(next() * text.length)) : text;
}

/** What is said at the end of the last text only. */
const atEnd = new Set(['missing-open', 'continuation-at-end', 'unclosed-at-end']);

/** All that a tree says, but that. */
export function allBeforeEnd(tree: SyntaxTree): string {
  return all({ ...tree, facts: tree.facts.filter(({ kind }) => !atEnd.has(kind)) });
}

/** All that a tree says. */
export function all({ nodes, comments, facts, exit }: SyntaxTree): string {
  const said = facts.map(({ object, ...fact }) => ({ ...fact, object: object && nodes.indexOf(object) }));
  const places = nodes.map((node) => {
    if (node.kind === 'setting') return node;
    const { span, keywordSpan, type, typeSpan, open, close, closedBy, continues } = node;
    const properties = node.properties.map(({ span, key, keySpan, value: { text, span: place, pieces } }) => {
      return { span, key, keySpan, text, place, pieces };
    });
    return { span, keywordSpan, type, typeSpan, open, close, closedBy, continues, properties };
  });
  return JSON.stringify([places, comments.map(({ marker, span }) => ({ marker, span })), said, exit]);
}
