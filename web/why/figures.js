import { currentLanguage } from '../texts/texts.js';

export { percent as probability, wholePercent as part } from '../shared/percent.js';

/** @param {number} value @param {Intl.NumberFormatOptions} options */
const format = (value, options) => new Intl.NumberFormat(currentLanguage(), options).format(value);

/** What logits differ by. @param {number} value */
export const difference = (value) =>
  format(value, { minimumFractionDigits: 3, maximumFractionDigits: 3, signDisplay: 'exceptZero' });

/** How many times. @param {number} value */
export const times = (value) => format(value, { maximumSignificantDigits: 2 });
