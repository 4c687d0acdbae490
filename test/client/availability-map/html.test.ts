import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pageHtml } from '../../../client/src/views/availability-map/html';

const parts = {
  cspSource: 'https://source',
  script: 'https://source/map.js',
  style: 'https://source/map.css',
  nonce: 'N0nce',
};

test('the page runs one script, by its nonce, and takes nothing from elsewhere', () => {
  const html = pageHtml(parts);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.split('; ');
  expect(policy).toEqual([
    "default-src 'none'",
    "script-src 'nonce-N0nce'",
    'style-src https://source',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script nonce="N0nce" src="https://source/map.js">']);
  expect(html).not.toMatch(/<style| style=| on\w+=/);
});

test('the style sheet names no colour of its own', () => {
  const file = path.resolve(import.meta.dirname, '../../../client/webview/availability-map/page.css');
  const css = readFileSync(file, 'utf8');
  expect(
    css.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|:[^;]*[ (](?:white|black|red|green|gr[ae]y|orange|yellow)\b/gi),
  ).toBeNull();
  expect(css).toContain('@media (forced-colors: active)');
});
