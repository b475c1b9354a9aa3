/** The logarithm of a sum, from logarithms. @param {number} a @param {number} b */
export function addLogs(a, b) {
  const [less, more] = a < b ? [a, b] : [b, a];
  return less === -Infinity ? more : more + Math.log1p(Math.exp(less - more));
}
