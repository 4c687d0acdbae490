/** Code lenses and inlay hints as the protocol has them. */
import type { CodeLens as LspCodeLens, Command, InlayHint as LspInlayHint } from 'vscode-languageserver';
import type { CodeLens, LensAction } from '../features/code-lens';
import type { InlayHint } from '../features/inlay-hints';
import type { FilePath } from '../project/types';
import type { Span } from '../syntax/nodes';
import type { ClientAbilities } from './capabilities';
import { type Converter, toLocation, toRange } from './convert';
import {
  type AddSpareArguments,
  addSpareCommand,
  type GenerateSparesArguments,
  generateSparesCommand,
  goToCommand,
  type GoToArguments,
  type ShowMapArguments,
  showMapCommand,
} from './requests';
import { markup } from './results';
import { record } from './settings';

/** What a lens carries with it until it comes into view. */
interface LensData {
  readonly uri: string;
  readonly id: string;
}

export function toCodeLens(converter: Converter, file: FilePath, { id, span }: CodeLens): LspCodeLens {
  const data: LensData = { uri: converter.uri(file), id };
  return { range: toRange(converter.lines(file), span), data };
}

/** What a lens brings back; undefined where another client has made it up. */
export function lensData({ data }: LspCodeLens): LensData | undefined {
  const { uri, id } = record(data);
  return typeof uri === 'string' && typeof id === 'string' ? { uri, id } : undefined;
}

/** What a lens says, to be clicked where the client has a command for it; a command without a name is text alone. */
export function toLensCommand(
  converter: Converter,
  file: FilePath,
  { span, say }: CodeLens,
  client: ClientAbilities,
): Command {
  const { title, tooltip, action } = say();
  const does = action && toCommand(converter, file, span, action);
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
  span: Span,
  action: LensAction,
): Pick<Command, 'command' | 'arguments'> {
  const uri = converter.uri(file);
  switch (action.does) {
    case 'go': {
      const position = converter.lines(file).positionAt(span.start);
      const goTo: GoToArguments = { uri, position, locations: action.to.map((place) => toLocation(converter, place)) };
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

export function toInlayHint(
  converter: Converter,
  file: FilePath,
  { offset, label, tooltip, edits, target }: InlayHint,
  client: ClientAbilities,
): LspInlayHint {
  const lines = converter.lines(file);
  const part = { value: label, ...(target ? { location: toLocation(converter, target) } : {}) };
  return {
    position: lines.positionAt(offset),
    label: target ? [part] : label,
    tooltip: markup(tooltip, client.markdown),
    paddingLeft: true,
    textEdits: edits.map(({ span, newText }) => ({ range: toRange(lines, span), newText })),
  };
}
