/** The page of all rules, made from the rules: `npm run generate` writes it to `docs/rules.md`; a test holds the two together. */
import { rules } from '../server/src/rules';
import type { Rule } from '../server/src/rules/rule';

const families: readonly (readonly [name: string, text: string])[] = [
  ['syntax', 'About the text itself. An **error** is something that the arbiter refuses.'],
  ['arbiter', 'What `shinken-arbiter -v` refuses (**error**, exactly then, its crashes included) or warns of.'],
  [
    'silent',
    'What the arbiter accepts without a word, and then does something else than what was written. Never an error.',
  ],
  ['availability', 'High availability and distribution: what will happen when a daemon or a server dies.'],
  [
    'style',
    'What one may want to clean up. Off by default: [switch on](problems.md#clean-up) what you want to hear of. They look at whole configurations, not at folders of packs, and say nothing of files that are not loaded.',
  ],
];

/** Markdown: a table of contents for each family, then a section for each rule, its anchor being the code without the slash. */
export function rulesPage(): string {
  const parts = families.map(([family, text]) => {
    const own = rules.filter(({ code }) => code.startsWith(`${family}/`)).sort((a, b) => (a.code < b.code ? -1 : 1));
    const list = own.map(({ code, severity, off, title, fix }) => {
      return `| [\`${code}\`](#${anchorOf(code)}) | ${levelOf(severity, off)} | ${fix ? 'yes' : ''} | ${cell(title)} |`;
    });
    return [
      `## ${family}`,
      text,
      ['| rule | severity | fix | what |', '|---|---|---|---|', ...list].join('\n'),
      ...own.map(section),
    ].join('\n\n');
  });
  return `${[
    '# Rules',
    'Every problem has a stable code, `family/name`. The setting `shinken.rules` changes the severity of a rule in the editor, or turns it off; so does `--rule` of `shinken check` on the command line. `style/*` stands for a whole family. Each rule comes with an example that raises it and one that does not; both are tested.',
    ...parts,
  ].join('\n\n')}\n`;
}

/** Of a rule that is off by default, what to switch it on with stands beside. */
function levelOf(severity: string, off: true | undefined): string {
  return off ? `off (${severity})` : severity;
}

/** The heading's anchor, as GitHub makes it: what the editor's link to a rule leads to. */
function anchorOf(code: string): string {
  return code.replace(/[^a-z0-9-]/g, '');
}

function section({ code, severity, off, title, explain, example, fix }: Rule): string {
  return [
    `### ${code}`,
    `**${title}** (${levelOf(severity, off)}${fix ? ', with a fix' : ''})`,
    explain.trim(),
    `Raises it:\n\n${fence(example.bad)}`,
    `Does not:\n\n${fence(example.good)}`,
  ].join('\n\n');
}

function fence(example: string): string {
  const lines = example.replace(/^\n/, '').trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const indent = indents.length > 0 ? Math.min(...indents) : 0;
  const body = lines.map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length))).join('\n');
  return `\`\`\`shinken\n${body}\n\`\`\``;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
