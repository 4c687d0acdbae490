/**
 * How answers are written to a pipe. Lists of places may be of tens of thousands: written by their form, which is always the same, they take
 * half the time that `JSON.stringify` takes to find it out. Clients at the other end of something else are sent the lists themselves.
 */
import { type Location, Message, RAL } from 'vscode-languageserver';

const lists = new WeakSet<object>();

/** Marks a list of nothing but locations, as `toLocations` makes them. */
export function isOfLocations(list: readonly Location[]): void {
  lists.add(list);
}

/** To be called before there is a connection. */
export function writeLocationsByForm(): void {
  const runtime = RAL();
  const { encoder, decoder } = runtime.applicationJson;
  const byForm: typeof encoder = {
    name: encoder.name,
    encode: (message, options) => {
      const text = textOf(message);
      return text === undefined
        ? encoder.encode(message, options)
        : Promise.resolve(Buffer.from(text, options.charset));
    },
  };
  RAL.install({ ...runtime, applicationJson: { encoder: byForm, decoder } });
}

/** The JSON of an answer that is a list of locations; undefined for any other message. */
export function textOf(message: Message): string | undefined {
  if (!Message.isResponse(message)) return undefined;
  const { result } = message;
  if (typeof result !== 'object' || result === null || !lists.has(result)) return undefined;
  return `{"jsonrpc":"2.0","id":${JSON.stringify(message.id)},"result":[${textOfAll(result as Location[])}]}`;
}

function textOfAll(locations: readonly Location[]): string {
  let text = '';
  let last: string | undefined;
  let head = '';
  for (const { uri, range } of locations) {
    if (uri !== last) {
      last = uri;
      head = `{"uri":${JSON.stringify(uri)},"range":{"start":{"line":`;
    }
    const { start, end } = range;
    if (text !== '') text += ',';
    text += `${head}${start.line},"character":${start.character}},"end":{"line":${end.line},"character":${end.character}}}}`;
  }
  return text;
}
