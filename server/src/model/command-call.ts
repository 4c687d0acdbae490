import { strip } from '../syntax/blanks';

/** Shinken's own stand-in for an escaped `!` while it splits (commandcall.py:97). */
const escaped = '___PROTECT_EXCLAMATION___';

/** Takes `name!arg1!arg2` apart; `\!` is an exclamation mark within an argument. */
export function parseCall(call: string): { readonly name: string; readonly args: readonly string[] } {
  const [name = '', ...args] = call.replaceAll('\\!', escaped).split('!');
  return { name: strip(name), args: args.map((arg) => arg.replaceAll(escaped, '!')) };
}
