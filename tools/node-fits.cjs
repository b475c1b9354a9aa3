// Exits with 0 where the Node.js that runs this fits package.json's "engines", else with 1.
// It is CommonJS and plain, because the Node.js that does not fit must be able to run it too.
const { engines } = require('../package.json');

const running = process.versions.node.split('.').map(Number);

/** @param {number[]} version */
function isAtLeast(version) {
  const different = version.findIndex((part, index) => part !== running[index]);
  return different === -1 || running[different] > version[different];
}

const fits = engines.node.split('||').some((range) => {
  const [, operator, version] = /^(\^|>=)(\d+\.\d+\.\d+)$/.exec(range.trim());
  const parts = version.split('.').map(Number);
  return isAtLeast(parts) && (operator === '>=' || running[0] === parts[0]);
});
process.exitCode = fits ? 0 : 1;
