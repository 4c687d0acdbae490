import { describe, expect, test } from 'vitest';
import { serverNameProblem } from '../../server/src/availability/server-name';

describe('the name of a server', () => {
  test.each(['server3', ' server3 ', '192.0.2.13', 'shinken-3.example.com', '2001:db8::3', 'node_3'])(
    'may be "%s"',
    (name) => {
      expect(serverNameProblem(name)).toBeUndefined();
    },
  );

  test.each(['', '  ', 'server 3', 'server3;', '../server3', 'server/3', '-server', 'server.', '$HOME$', 'a\nb'])(
    'may not be "%s"',
    (name) => {
      expect(serverNameProblem(name)).toMatch(/^A host name or an IP address /);
    },
  );

  test.each(['localhost', '127.0.0.1', 'localhost.localdomain'])(
    'may not be "%s", another machine for everybody',
    (name) => {
      expect(serverNameProblem(name)).toMatch(/^Every daemon would look for it on its own machine/);
    },
  );
});
