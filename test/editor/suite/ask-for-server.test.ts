import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { complaint } from '../../../client/src/commands/ask-for-server';

describe('The name of a server', () => {
  for (const name of ['server3', ' server3 ', '192.0.2.13', 'shinken-3.example.com', '2001:db8::3', 'node_3'])
    it(`may be "${name}"`, () => {
      assert.equal(complaint(name), undefined);
    });

  for (const name of ['', '  ', 'server 3', 'server3;', '../server3', 'server/3', '-server', 'server.', '$HOME$'])
    it(`may not be "${name}"`, () => {
      assert.ok(complaint(name));
    });
});
