/**
 * Values that are better not shown where nobody asked for them. An editor is often on a screen that others see: what a hover or a list
 * pops up says `••••••` for a password, and the file itself, a click away, has it as it is. What counts is the name that a value has, or
 * that of the file it is in; a value is never guessed at. What is asked for by a command (the effective object, `shinken objects`) is whole.
 */
import type { FilePath } from '../project/types';

const secretName =
  /PASS(?:WORD|WD|PHRASE|$|[_\d-])|(?:^|[_-])PWD?(?:$|[_\d-])|SECRET|TOKEN|CREDENTIAL|(?:API|PRIVATE|ACCESS)[_-]?KEY/i;

const secretFile = /passw(?:or)?ds?|secrets?|credentials?/i;

/** In the place of a secret. */
export const MASK = '••••••';

/** Whether what has this name is a secret: `$MYSQLPASSWORD$`, `_API_KEY`, `--password`. */
export function isSecret(name: string, file?: FilePath): boolean {
  return secretName.test(name) || (file !== undefined && secretFile.test(file.slice(file.lastIndexOf('/') + 1)));
}

/** The value of a line, unless it is a secret. */
export function shownValue(line: { readonly key: string; readonly value: string; readonly file: FilePath }): string {
  return shownNamed(line.key, line.value, line.file);
}

/** A value, unless its name or its file makes it a secret. An empty one is none. */
export function shownNamed(key: string, value: string, file?: FilePath): string {
  // A file of passwords is one of macros: what else stands in it is not secret.
  const macro = key.startsWith('_') || key.startsWith('$');
  return value !== '' && isSecret(key, macro ? file : undefined) ? MASK : value;
}
