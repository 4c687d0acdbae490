/** Code lenses and inlay hints: their requests, and what they look like in the protocol. */
import type {
  CodeLens as LspCodeLens,
  Command,
  Connection,
  InlayHint as LspInlayHint,
  Location,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import { type CodeLens, codeLenses, codeLensOf, type LensAction } from '../features/code-lens';
import { type HintKind, hintKinds, type InlayHint, inlayHints, labelOf } from '../features/inlay-hints';
import type { FilePath } from '../project/types';
import type { Answers } from './answers';
import type { ClientAbilities } from './capabilities';
import { type Converter, toLink, toLocation, toLocations, toPath, toRange, toSpan } from './convert';
import type { CustomHandler } from './handlers';
import {
  type AddSpareArguments,
  addSpareCommand,
  type GenerateSparesArguments,
  generateSparesCommand,
  goToCommand,
  type GoToArguments,
  type ShowMapArguments,
  showMapCommand,
  type ShowPlacesArguments,
  showPlacesCommand,
  showPlacesRequest,
} from './requests';
import { markup } from './results';
import type { Session } from './session';
import { record } from './settings';
import type { Knowledge } from './workspace';

export function listenForAnnotations(
  connection: Connection,
  session: Session,
  { answer, inDocument, indexed, everywhere }: Answers,
): void {
  const { converter, workspace } = session;

  connection.onCodeLens(
    inDocument((analysis, file) =>
      codeLenses(analysis, file, workspace.of(file).settings.codeLens).map((one) => toCodeLens(converter, file, one)),
    ),
  );
  const worded = indexed.answer((lens: LspCodeLens) => {
    const data = lensData(lens);
    const found = data && lensOf(workspace.of(data.file), data);
    return found && { ...lens, command: toLensCommand(converter, data.file, found, session.client, everywhere()) };
  });
  connection.onCodeLensResolve(async (lens) => (await worded(lens)) ?? lens);

  connection.languages.inlayHint.on(
    inDocument((analysis, file, { range }) => {
      const span = toSpan(converter.lines(file), range);
      const hints = inlayHints(analysis, { file, span }, workspace.of(file).settings.inlayHints);
      return hints.map((hint) => toInlayHint(converter, file, hint, session.client));
    }),
  );
  const explained = answer((hint: LspInlayHint) => {
    const data = hintData(hint);
    const found = data && hintOf(workspace.of(data.file).analysis, data);
    return found && { ...hint, ...toHintDetails(converter, data.file, found, session.client) };
  });
  connection.languages.inlayHint.resolve(async (hint) => (await explained(hint)) ?? hint);
}

/** What stands behind the number that a lens tells, for a client that shows it when somebody clicks. */
export const lensHandlers: readonly CustomHandler[] = [
  {
    method: showPlacesRequest,
    handle(context, { uri, id }: ShowPlacesArguments): readonly Location[] {
      const others = context.configurations().map(({ analysis }) => analysis);
      const action = lensOf(context.knowledge(uri), { file: context.file(uri), id })?.say(others).action;
      return action?.does === 'show' ? action.places(others).map((place) => context.location(place)) : [];
    },
  },
];

/** What a lens carries with it until it comes into view. */
interface LensData {
  readonly uri: string;
  readonly id: string;
}

function toCodeLens(converter: Converter, file: FilePath, { id, span }: CodeLens): LspCodeLens {
  const data: LensData = { uri: converter.uri(file), id };
  return { range: toRange(converter.lines(file), span), data };
}

/** What a lens brings back; undefined where another client has made it up. */
function lensData({ data }: LspCodeLens): LensKey | undefined {
  const { uri, id } = record(data);
  return typeof uri === 'string' && typeof id === 'string' ? { file: toPath(uri), id } : undefined;
}

interface LensKey {
  readonly file: FilePath;
  readonly id: string;
}

/** The lens that came into view, if it is still there. */
function lensOf({ analysis, settings }: Knowledge, { file, id }: LensKey): CodeLens | undefined {
  return codeLensOf(analysis, file, settings.codeLens, id);
}

/** What a lens says, to be clicked where the client has a command for it; a command without a name is text alone. */
function toLensCommand(
  converter: Converter,
  file: FilePath,
  lens: CodeLens,
  client: ClientAbilities,
  others: readonly Analysis[],
): Command {
  const { title, tooltip, action } = lens.say(others);
  const does = action && toCommand(converter, file, lens, action);
  const can = does && client.commands.has(does.command);
  const offer = can ? action?.offer : undefined;
  return {
    title: offer === undefined ? title : `${title}: ${offer}`,
    ...(tooltip === undefined ? {} : { tooltip }),
    ...(can ? does : { command: '' }),
  };
}

function toCommand(
  converter: Converter,
  file: FilePath,
  { id, span }: CodeLens,
  action: LensAction,
): Pick<Command, 'command' | 'arguments'> {
  const uri = converter.uri(file);
  const position = converter.lines(file).positionAt(span.start);
  switch (action.does) {
    case 'show': {
      const show: ShowPlacesArguments = { uri, position, id };
      return { command: showPlacesCommand, arguments: [show] };
    }
    case 'go': {
      const goTo: GoToArguments = { uri, position, locations: toLocations(converter, action.to) };
      return { command: goToCommand, arguments: [goTo] };
    }
    case 'add-spare': {
      const { kind, master, proposed } = action.question;
      const spare: AddSpareArguments = { uri, kind, master, address: proposed };
      return { command: addSpareCommand, arguments: [spare] };
    }
    case 'generate-spares': {
      const spares: GenerateSparesArguments = { uri };
      return { command: generateSparesCommand, arguments: [spares] };
    }
    case 'show-map': {
      const map: ShowMapArguments = { uri, machines: action.machines };
      return { command: showMapCommand, arguments: [map] };
    }
  }
}

interface HintKey {
  readonly file: FilePath;
  readonly kind: HintKind;
  readonly offset: number;
  readonly label: string;
}

/** What a hint carries with it until somebody looks at it. */
type HintData = Omit<HintKey, 'file'> & { readonly uri: string };

/** A hint without what the client asks for later. */
function toInlayHint(converter: Converter, file: FilePath, hint: InlayHint, client: ClientAbilities): LspInlayHint {
  const { kind, offset, label } = hint;
  const parts = label.map(({ text, target }) => {
    return { value: text, ...(target ? { location: toLocation(converter, target) } : {}) };
  });
  const text = labelOf(hint);
  const data: HintData = { uri: converter.uri(file), kind, offset, label: text };
  const { resolvesHints } = client;
  return {
    position: converter.lines(file).positionAt(offset),
    label: label.some(({ target }) => target) ? parts : text,
    ...(resolvesHints.has('tooltip') ? {} : toTooltip(converter, hint, client)),
    paddingLeft: true,
    ...(resolvesHints.has('textEdits') ? {} : toHintEdits(converter, file, hint)),
    ...(resolvesHints.size > 0 ? { data } : {}),
  };
}

/** What a hint brings back; undefined where another client has made it up. */
function hintData({ data }: LspInlayHint): HintKey | undefined {
  const { uri, kind: given, offset, label } = record(data);
  const kind = hintKinds.find((one) => one === given);
  if (typeof uri !== 'string' || !kind || typeof offset !== 'number' || typeof label !== 'string') return undefined;
  return { file: toPath(uri), kind, offset, label };
}

/** The hint that somebody looks at, if it is still there: the text may have changed since then. */
function hintOf(analysis: Analysis, { file, kind, offset, label }: HintKey): InlayHint | undefined {
  const span = { start: offset, end: offset };
  return inlayHints(analysis, { file, span }, new Set([kind])).find((hint) => labelOf(hint) === label);
}

/** What a client asks for when somebody looks at a hint. */
function toHintDetails(
  converter: Converter,
  file: FilePath,
  hint: InlayHint,
  client: ClientAbilities,
): Pick<LspInlayHint, 'tooltip' | 'textEdits'> {
  return { ...toTooltip(converter, hint, client), ...toHintEdits(converter, file, hint) };
}

function toTooltip(converter: Converter, hint: InlayHint, client: ClientAbilities): Pick<LspInlayHint, 'tooltip'> {
  const text = hint.tooltip((place) => toLink(converter, place));
  return text === '' ? {} : { tooltip: markup(text, client.markdown) };
}

function toHintEdits(converter: Converter, file: FilePath, hint: InlayHint): Pick<LspInlayHint, 'textEdits'> {
  const lines = converter.lines(file);
  const edits = hint.edits();
  if (edits.length === 0) return {};
  return { textEdits: edits.map(({ span, newText }) => ({ range: toRange(lines, span), newText })) };
}
