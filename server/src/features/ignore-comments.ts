/** The rules that a comment `; shinken-ignore …` names: what they are, and what could stand there. Elsewhere in comments there is nothing. */
import type { FilePath, Project } from '../project/types';
import { ruleOf, rules } from '../rules';
import { type IgnoreComment, ignoreComments, wildcards } from '../rules/ignore-comments';
import { families } from '../rules/levels';
import { IDLE } from '../rules/suppression';
import { type CompletionItem, completionList, type CompletionList } from './completion/item';
import { type FilePosition, type Markdown, touches } from './feature';
import type { Hover } from './hover';
import { paragraphs } from './markdown';

/** Rules and their families, where the cursor is in the list of a comment and before its reason. */
export function ignoreCompletion(project: Project, { file, offset }: FilePosition): CompletionList | undefined {
  const ignore = commentAt(project, file, offset);
  if (!ignore?.list || offset <= ignore.list.start || offset > ignore.list.end) return undefined;
  const here = ignore.codes.find(({ span }) => touches(span, offset));
  const span = here?.span ?? { start: offset, end: offset };
  const taken = new Set(ignore.codes.flatMap((code) => (code === here ? [] : [code.text])));
  const items = [...ruleItems, ...familyItems].filter(({ label }) => !taken.has(label));
  return completionList(span, items, here?.text.slice(0, offset - span.start) ?? '', { of: 'rules' });
}

/** What the rule under the cursor says. */
export function ignoreHover(project: Project, { file, offset }: FilePosition): Hover | undefined {
  const code = commentAt(project, file, offset)?.codes.find(({ span }) => touches(span, offset));
  const contents = code && ruleMarkdown(code.text);
  return contents === undefined ? undefined : { span: code?.span ?? { start: offset, end: offset }, contents };
}

/** The title of a rule, and what Shinken does about it; what a family is about. */
export function ruleMarkdown(code: string): Markdown | undefined {
  const rule = ruleOf(code);
  return rule ? paragraphs(`**${rule.title}**`, rule.explain) : meanings[code];
}

function commentAt(project: Project, file: FilePath, offset: number): IgnoreComment | undefined {
  const tree = project.files.get(file)?.tree;
  return tree && ignoreComments(tree).find(({ comment: { span } }) => span.start < offset && offset <= span.end);
}

const meanings: Readonly<Record<string, string>> = {
  '*': 'All rules, except for errors of the arbiter.',
  'syntax/*': 'All that the arbiter warns of while it reads the text.',
  'arbiter/*': 'All that the arbiter warns of; not what it refuses.',
  'silent/*': 'All that the arbiter accepts and takes for something else.',
  'availability/*': 'All about high availability and distribution.',
  'style/*': 'All about style.',
};

const ruleItems: readonly CompletionItem[] = rules
  .filter(({ code }) => code !== IDLE)
  .map(({ code, title }) => ({ label: code, kind: 'value', detail: title, rank: rankOf(code) }));

const familyItems: readonly CompletionItem[] = wildcards.map((label) => {
  return { label, kind: 'value', detail: meanings[label], rank: families.length };
});

/** What is ignored most: what the arbiter accepts. */
function rankOf(code: string): number {
  return ['availability', 'silent', 'arbiter', 'syntax', 'style'].indexOf(code.slice(0, code.indexOf('/')));
}
