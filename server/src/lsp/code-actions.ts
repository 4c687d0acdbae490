/** Fixes and refactorings: what is on offer, and the change of one that has been chosen. */
import type {
  CodeAction as LspCodeAction,
  CodeActionKind,
  Command,
  Connection,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { type CodeAction, codeActions, fixAll } from '../features/code-actions';
import type { FileRange } from '../features/feature';
import { Refusal, type Surroundings } from '../features/refactorings';
import { levelOf } from '../rules/levels';
import { textsAfter } from '../rules/edits';
import type { WorkspaceChange } from '../rules/rule';
import type { Answers } from './answers';
import { linesOf, toPath, toSpan, toWorkspaceEdit } from './convert';
import { toDiagnostic } from './publish';
import { renameAtCommand, tellCommand } from './requests';
import { toCodeAction } from './results';
import type { Session } from './session';
import { record } from './settings';

export function listenForCodeActions(
  connection: Connection,
  session: Session,
  { answer, inDocument, everywhere }: Answers,
): void {
  const { converter, workspace, fileSystem } = session;
  const surroundings: Surroundings = {
    fileSystem,
    get configurations() {
      return everywhere();
    },
  };

  connection.onCodeAction(
    inDocument((analysis, file, { range, context, textDocument }) => {
      const span = toSpan(converter.lines(file), range);
      const { settings } = workspace.of(file);
      const { only } = context;
      // What is for a whole file takes its time: it is asked for by its kind.
      const isAsked = only !== undefined && isWanted('source.fixAll.shinken', only);
      const ofFile = isAsked ? fixAll(analysis, file, { levels: settings.rules, fileSystem }) : undefined;
      const here = only?.every(isSource) ? [] : codeActions(analysis, { file, span }, surroundings);
      return [...(ofFile ? [ofFile] : []), ...here].flatMap((action): LspCodeAction[] => {
        const { problem } = action;
        if (problem && levelOf(settings.rules, problem) === 'off') return [];
        if (!isWanted(action.kind, only) || (action.costly && !session.client.resolvesActions)) return [];
        const diagnostic = problem && toDiagnostic(converter, session.client, settings, problem);
        const found = toCodeAction(converter, file, action, diagnostic, session.client);
        const data: ActionData = { uri: textDocument.uri, span, title: action.title };
        return found ? [action.costly ? { ...found, data } : found] : [];
      });
    }),
  );

  const resolved = answer((asked: LspCodeAction): LspCodeAction | undefined => {
    const data = actionData(asked);
    const file = data && toPath(data.uri);
    const range: FileRange | undefined = data && file !== undefined ? { file, span: data.span } : undefined;
    const action =
      range &&
      codeActions(workspace.of(range.file).analysis, range, surroundings).find(
        ({ title, costly }) => costly && title === data?.title,
      );
    return action && withChange(asked, action);
  });
  const withChange = (asked: LspCodeAction, action: CodeAction): LspCodeAction => {
    try {
      const change = action.change();
      return { ...asked, edit: toWorkspaceEdit(converter, change, session.client), command: naming(action, change) };
    } catch (error) {
      // An editor may resolve what is only looked at: the reason is told once it is chosen.
      if (!(error instanceof Refusal)) throw error;
      return { ...asked, command: { title: asked.title, command: tellCommand, arguments: [error.message] } };
    }
  };
  /** Asks for a better name than the one that is proposed, of a client that can. */
  const naming = ({ title, nameAt }: CodeAction, change: WorkspaceChange): Command | undefined => {
    if (!nameAt || !session.client.commands.has(renameAtCommand)) return undefined;
    const { file, offset } = nameAt;
    const text = textsAfter(change, (one) => fileSystem.readFile(one)).get(file) ?? '';
    const position = linesOf(text, fileSystem.hiddenBefore(file)).positionAt(offset);
    const at: TextDocumentPositionParams = { textDocument: { uri: converter.uri(file) }, position };
    return { title, command: renameAtCommand, arguments: [at] };
  };
  connection.onCodeActionResolve(async (action) => (await resolved(action)) ?? action);

  connection.onExecuteCommand(({ command, arguments: [sentence] = [] }) => {
    if (command === tellCommand && typeof sentence === 'string') connection.window.showWarningMessage(sentence);
    return null;
  });
}

const isSource = (kind: CodeActionKind): boolean => /^source(?:\.|$)/.test(kind);

/** Kinds are asked for with all that is below them. */
function isWanted(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  return only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}

/** What tells an action from others, once it is chosen. */
interface ActionData {
  readonly uri: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly title: string;
}

/** Undefined where the action is none that waits for its change. */
function actionData({ data }: LspCodeAction): ActionData | undefined {
  const { uri, span, title } = record(data);
  const { start, end } = record(span);
  return typeof uri === 'string' && typeof title === 'string' && typeof start === 'number' && typeof end === 'number'
    ? { uri, title, span: { start, end } }
    : undefined;
}
