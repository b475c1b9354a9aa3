import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

/**
 * @param {string} version
 * @returns {boolean} whether a Node.js of this version would be used to build the site
 */
function fits(version) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`;
  return spawnSync(process.execPath, ['-e', `${pretend} require('./tools/node-fits.cjs')`]).status === 0;
}

describe('the Node.js of the machine', () => {
  test.each(['20.19.0', '20.20.2', '22.13.0', '22.22.1', '24.0.0', '25.1.0'])('%s is used', (version) => {
    expect(fits(version)).toBe(true);
  });

  test.each(['18.20.8', '20.18.3', '21.9.0', '22.12.0', '23.11.0'])('%s is not', (version) => {
    expect(fits(version)).toBe(false);
  });
});
