import { describe, expect, test } from 'vitest';
import { hostNameProblem, isSameMachineName, serverNameProblem } from '../../server/src/availability/server-name';

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

describe('the host_name of an arbiter', () => {
  test.each(['server3', 'shinken-3.example.com'])('may be "%s"', (name) => {
    expect(hostNameProblem(name)).toBeUndefined();
  });
  test.each(['192.0.2.13', '2001:db8::3', '127.0.0.1'])('may not be the address %s', (name) => {
    expect(hostNameProblem(name)).toMatch(/: a name, not an address\.$/);
  });
  test.each(['', 'localhost', 'a b'])('may not be "%s"', (name) => {
    expect(hostNameProblem(name)).toBeDefined();
  });
});

describe('one machine', () => {
  test.each([
    ['server1', 'Server1', true],
    ['server1', 'server1.example.com', true],
    ['SERVER1.example.com', 'server1', true],
    ['192.0.2.1', '192.0.2.1', true],
    ['server1', 'server10.example.com', false],
    ['server1.paris.example.com', 'server1.berlin.example.com', false],
    ['10', '10.0.0.1', false],
  ])('is %s as well as %s: %s', (one, other, expected) => {
    expect([isSameMachineName(one, other), isSameMachineName(other, one)]).toEqual([expected, expected]);
  });
});
