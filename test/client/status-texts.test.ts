import { describe, expect, test } from 'vitest';
import { availabilityText, configurationText, lossesText } from '../../client/src/views/status-texts';
import type { AvailabilityStatus } from '../../server/src/features/status';
import type { Status } from '../../server/src/lsp/requests';

const good: AvailabilityStatus = { tone: 'good', text: 'any 1 server may fail', undone: [], losses: [] };

const bad = (servers: number, sentences = 1): AvailabilityStatus => ({
  tone: 'bad',
  text: 'no server may fail',
  undone: [],
  losses: Array.from({ length: servers }, (_, index) => ({
    machine: `server${String(index)}`,
    sentences: Array.from({ length: sentences }, (__, number) => `Loss ${String(number)}.`),
  })),
});

test.each<[AvailabilityStatus, string]>([
  [good, '$(shield) any 1 server may fail'],
  [bad(1), '$(warning) no server may fail'],
  [{ ...bad(1), tone: 'quiet' }, '$(server-environment) no server may fail'],
])('%j', (status, text) => {
  expect(availabilityText(status)).toBe(text);
});

describe('what is lost', () => {
  test('nothing', () => {
    expect(lossesText(good)).toContain('others take over all that it does');
  });
  test('nothing more than is left undone already', () => {
    const text = lossesText({ ...good, tone: 'bad', undone: ['Nobody leads.'] });
    expect(text).toMatch(/^- Nobody leads\.\n\nWhichever server dies, nothing more is lost\.\n\n/);
  });
  test('with which server', () => {
    expect(lossesText(bad(1))).toContain('**server0**\n\n- Loss 0.');
  });
  test('without spares, how to get them', () => {
    expect(lossesText({ ...bad(1), tone: 'quiet' })).toContain('Generate Spare Definitions…');
  });
  test('in no more than a tooltip holds', () => {
    const text = lossesText(bad(7, 5));
    expect(text.match(/Loss \d/g)).toHaveLength(15);
    expect(text).toContain('- … and 2 more');
    expect(text).toContain('\n\n… and 2 more\n\n');
  });
});

const status: Status = {
  isPending: false,
  mains: ['file:///etc/shinken/shinken.cfg'],
  isLoaded: true,
  files: 35,
  objects: 1234,
  isAccepted: true,
  availability: null,
};
const nameOf = (uri: string): string => uri.replace('file:///etc/shinken/', '');

test.each<[Partial<Status>, string, string, boolean]>([
  [{}, 'shinken.cfg', '1,234 objects in 35 files', false],
  [{ objects: 1, files: 1 }, 'shinken.cfg', '1 object in 1 file', false],
  [{ mains: ['a.cfg', 'b.cfg'] }, 'a.cfg and b.cfg', '1,234 objects in 35 files', false],
  [{ isAccepted: false }, 'shinken.cfg', '1,234 objects in 35 files, and the arbiter would refuse it', true],
  [{ isLoaded: false, isAccepted: undefined }, 'not loaded', 'shinken.cfg does not read this file', true],
  [{ isPending: true }, 'not read yet', 'Nothing is said of problems until all files of its folder are read', false],
  [{ mains: [], isAccepted: undefined }, 'no main file', '1,234 objects in 35 files, read as they stand', false],
])('the configuration %j', (more, text, detail, isWarning) => {
  expect(configurationText({ ...status, ...more }, nameOf)).toEqual({ text, detail, isWarning });
});
