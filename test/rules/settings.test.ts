import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { ruleSettings } from '../../scripts/rule-settings';

test('the setting shinken.rules knows every rule: npm run generate', () => {
  expect(manifest.contributes.configuration.properties['shinken.rules']).toMatchObject(ruleSettings());
});
