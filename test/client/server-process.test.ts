import { describe, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { codeFolder, serverArguments } from '../../client/src/server-process';

const place = (uri: string): URI => URI.parse(uri);

describe('the folder for code', () => {
  test.each([
    ['on a disk', 'file:///extensions/shinken', 'file:///home/joe/storage/shinken', '/home/joe/storage/shinken'],
    [
      'on the desktop, where storage has a scheme of its own',
      'file:///extensions/shinken',
      'vscode-userdata:/home/joe/storage/shinken',
      '/home/joe/storage/shinken',
    ],
    ['nowhere', 'https://host/extensions/shinken', 'vscode-userdata:/User/storage/shinken', undefined],
  ])('%s', (_, extension, storage, folder) => {
    expect(codeFolder({ extensionUri: place(extension), globalStorageUri: place(storage) })).toBe(folder);
  });
});

test('is named to the server, or nothing is', () => {
  expect(serverArguments('/a folder')).toEqual(['--keep-code-in=/a folder']);
  expect(serverArguments(undefined)).toEqual([]);
});
