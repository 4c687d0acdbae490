import { lineAt } from '../../syntax/locate';
import { edits } from '../edits';
import { deleteLines } from '../fixes';
import { defineRule, type Report, type TextEdit } from '../rule';
import { suggest } from '../suggest';
import { IDLE, type IdleComment, type IdleReason } from '../suppression';

interface Data extends IdleComment {
  readonly suggestion: string | undefined;
}

export const idleSuppression = defineRule<Data>({
  code: IDLE,
  severity: 'hint',
  title: 'A comment that ignores nothing',
  explain:
    'A comment `; shinken-ignore RULE` silences rules in the line below it, in the whole definition where that line is a `define`, or in its own line if it stands behind something; `; shinken-ignore-file RULE` at the top of a file silences them in all of it. This one does nothing: there is no such rule, the rule has nothing to say there (any more), or what it says is an error of the arbiter. Errors cannot be ignored, since the arbiter does not ignore them.',
  example: {
    bad: `
      ; shinken-ignore silent/group-created -- made by the script
      define host {
          host_name  web-1
      }`,
    good: `
      ; shinken-ignore silent/group-created -- made by the script
      define host {
          host_name   web-1
          hostgroups  web
      }`,
  },
  // It judges what is left of all others: see reportIdle.
  check: () => undefined,
  fix({ file, data: { ignore, code, reason, suggestion } }, model) {
    const text = model.text(file) ?? '';
    const remove = {
      title: code && ignore.codes.length > 1 ? `Take ${code.text} out of the comment` : 'Remove the comment',
      change: edits(removal(text, { file, ignore, code, reason })),
    };
    if (!code || suggestion === undefined) return [remove];
    const change = edits({ file, span: code.span, newText: suggestion });
    return [{ title: `Change to ${suggestion}`, change, preferred: true }, remove];
  },
});

/** Tells of comments that ignore nothing; `codes` are those of all rules. */
export function reportIdle(idle: readonly IdleComment[], codes: readonly string[], report: Report<Data>): void {
  for (const one of idle) {
    const { file, ignore, code, reason } = one;
    const suggestion = code && reason === 'unknown' ? suggest(code.text, codes) : undefined;
    const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
    report({
      at: { file, span: code?.span ?? ignore.comment.span },
      message: `${messages[reason](code?.text ?? '', ignore.codes.length > 1)}${hint}`,
      unnecessary: reason !== 'unknown',
      data: { ...one, suggestion },
    });
  }
}

const messages: Readonly<Record<IdleReason, (code: string, isOneOfMany: boolean) => string>> = {
  unknown: (code) => `There is no rule ${code}.`,
  nothing: (code, isOneOfMany) =>
    `${code} has nothing to say here: ${isOneOfMany ? 'it can be taken out of this comment' : 'this comment can go'}.`,
  refused: (code) => `What ${code} says here is an error of the arbiter, which cannot be ignored.`,
  empty: () => 'This comment names no rule.',
  late: () => 'This comment has no effect: what is ignored in a whole file is said at its top.',
  nowhere: () => 'This comment has no effect: it stands above nothing.',
};

/** A rule with its comma; with the last rule the whole comment, and the line if nothing else is on it. */
function removal(text: string, { file, ignore, code }: IdleComment): TextEdit {
  const { codes, comment, trailing } = ignore;
  const at = code ? codes.indexOf(code) : -1;
  const [previous, next] = [codes[at - 1], codes[at + 1]];
  if (code && next) return { file, span: { start: code.span.start, end: next.span.start }, newText: '' };
  if (code && previous) return { file, span: { start: previous.span.end, end: code.span.end }, newText: '' };
  if (!trailing) return deleteLines(text, file, comment.span);
  const { start } = lineAt(text, comment.span.start);
  const before = text.slice(start, comment.span.start).trimEnd().length;
  return { file, span: { start: start + before, end: comment.span.end }, newText: '' };
}
