import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '../../server/src/analysis';
import { codeActions } from '../../server/src/features/code-actions';
import { completion } from '../../server/src/features/completion';
import { outgoingCalls, prepareCallHierarchy } from '../../server/src/features/call-hierarchy';
import { declaration, typeDefinition } from '../../server/src/features/declaration';
import { definition } from '../../server/src/features/definition';
import { documentLinks } from '../../server/src/features/document-links';
import { documentSymbols } from '../../server/src/features/document-symbols';
import { effectiveObject } from '../../server/src/features/effective-object';
import { foldingRanges } from '../../server/src/features/folding';
import { hover } from '../../server/src/features/hover';
import { linkedEditing } from '../../server/src/features/linked-editing';
import { documentHighlights, references } from '../../server/src/features/references';
import { prepareRename, rename, RenameError } from '../../server/src/features/rename';
import { selectionRanges } from '../../server/src/features/selection-ranges';
import { signatureHelp } from '../../server/src/features/signature';
import { prepareTypeHierarchy } from '../../server/src/features/type-hierarchy';
import { loadProject } from '../../server/src/project/load';
import { TreeCache } from '../../server/src/project/tree-cache';
import { editedText } from '../../server/src/rules/edits';
import { memoryFileSystem, ROOT } from '../support/workspace';

const text = `# main
cfg_file=a.cfg
$USER1$=/usr/lib
define command {
    command_name check
    command_line $USER1$/x $ARG1$ $_HOSTMAC$ $HOSTSTATE:h$
}
define host{
	use t , u ; twice
	host_name h
	_MAC 00\\;11
	check_command bp_rule!(h,S&g:hg,l:x)|2 of: !r:^a
	service_overrides S,check_period always
	parents h,\\
	  i
	}
define service {
    register 0
    host_name (t&!u)|v
    duplicate_foreach _mac
    service_description S $KEY$
    check_command check!a\\!b!c
}
define servicegroup {
    members h,S, ,
}
define timeperiod {
    monday 00:00-24:00
    day 1 - 15 00:00-24:00
}
define arbiter {
    satellitemap p=1.2.3.4:7,q
`;

/** Everything that an editor may ask at a place. */
function askAll(shown: string, offset: number): number {
  const file = `${ROOT}/shinken.cfg`;
  const fileSystem = memoryFileSystem(new Map([[file, shown]]));
  const project = loadProject(fileSystem, { mains: [file], cwd: ROOT }, cache);
  const analysis = analyze(project, { dialect: '2.4' });
  const at = { file, offset };
  const answers: unknown[] = [
    completion(analysis, at, { dialect: '2.4', fileSystem }),
    definition(analysis, at),
    declaration(analysis, at),
    typeDefinition(analysis, at),
    prepareTypeHierarchy(analysis, at),
    linkedEditing(analysis, at),
    references(analysis, at, true),
    documentHighlights(analysis, at),
    unlessRefused(() => prepareRename(analysis, at)),
    selectionRanges(analysis, at),
    signatureHelp(analysis, at),
    documentSymbols(analysis, file),
    foldingRanges(analysis, file),
    documentLinks(analysis, file),
  ];
  if (offset % 10 === 0) {
    answers.push(
      hover(analysis, at, () => ''),
      effectiveObject(analysis, at),
      prepareCallHierarchy(analysis, at).map(({ selection, ...item }) =>
        outgoingCalls(analysis, { ...item, offset: selection.start }),
      ),
    );
    const actions = codeActions(
      analysis,
      { file, span: { start: offset, end: offset } },
      { fileSystem, configurations: [] },
    );
    answers.push(
      actions,
      actions.filter(({ costly }) => !costly).map((action) => action.change()),
    );
  }
  return answers.length;
}

/** An answer, or none where it is a refusal with a reason. */
function unlessRefused<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RenameError) return undefined;
    throw error;
  }
}

const cache = new TreeCache();
const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);

test('a text that is being written is answered at every letter', () => {
  for (const offset of offsets) expect(askAll(text.slice(0, offset), offset)).toBeGreaterThan(0);
});

test('and so is every place of a whole one', () => {
  for (const offset of offsets) expect(askAll(text, offset)).toBeGreaterThan(0);
});

test('a completion takes the place of text around the cursor, on its line', () => {
  const file = `${ROOT}/shinken.cfg`;
  const fileSystem = memoryFileSystem(new Map([[file, text]]));
  const project = loadProject(fileSystem, { mains: [file], cwd: ROOT });
  for (const offset of offsets) {
    const list = completion({ project }, { file, offset }, { dialect: '2.4', fileSystem });
    if (!list) continue;
    const { start, end } = list.span;
    expect([start <= offset, offset <= end, text.slice(start, end)]).toEqual([
      true,
      true,
      expect.not.stringMatching(/\n/),
    ]);
  }
});

describe('a name that changes in a text that is being written', () => {
  const file = `${ROOT}/shinken.cfg`;
  const read = (shown: string): Analysis =>
    analyze(loadProject(memoryFileSystem(new Map([[file, shown]])), { mains: [file], cwd: ROOT }, cache), {
      dialect: '2.4',
    });
  const changed = (analysis: Analysis, offset: number, name: string): string | undefined => {
    const change = unlessRefused(() => rename(analysis, { file, offset }, name));
    return change && editedText(analysis.project.files.get(file)?.text ?? '', change.edits);
  };
  /** Texts up to some letters behind the end of a line. */
  const drafts = [...text.matchAll(/\n/g)].map(({ index }) => text.slice(0, index + 9)).filter((_, at) => at % 5 === 4);

  test('is the old one again when it is changed back', () => {
    let count = 0;
    for (const draft of [...drafts, text]) {
      const analysis = read(draft);
      for (const { index } of draft.matchAll(/\b\w+/g)) {
        const target = unlessRefused(() => prepareRename(analysis, { file, offset: index }));
        const there = target && changed(analysis, index, 'NEW_NAME');
        if (!target || there === undefined) continue;
        count++;
        const back = changed(read(there), there.indexOf('NEW_NAME'), target.name);
        // A custom macro is the same in capitals and small letters: afterwards it is written alike everywhere.
        expect(back?.toLowerCase()).toBe(draft.toLowerCase());
      }
    }
    expect(count).toBeGreaterThan(50);
  });
});
