/** @typedef {{ kind: 'time', seconds: boolean }} TimePattern */

/** A time of the day, from 0:00 to 23:59. @type {import('../pattern.js').Kind<TimePattern>} */
export const time = {
  initial: { kind: 'time', seconds: false },
  isValid: ({ seconds }) => typeof seconds === 'boolean',
  masksOf({ seconds }) {
    const separated = [':', '.'].flatMap((sign) =>
      ['##', '#'].map((hours) => [hours, '##', ...(seconds ? ['##'] : [])].join(sign)),
    );
    return [...separated, seconds ? '######' : '####'];
  },
  problemOf({ seconds: hasSeconds }, text) {
    const separated = hasSeconds ? /^(\d{1,2})[:.](\d\d)[:.](\d\d)$/ : /^(\d{1,2})[:.](\d\d)()$/;
    const together = hasSeconds ? /^(\d\d)(\d\d)(\d\d)$/ : /^(\d\d)(\d\d)()$/;
    const parts = separated.exec(text) ?? together.exec(text);
    if (!parts) return { code: hasSeconds ? 'form.problem.time.seconds' : 'form.problem.time' };
    const [hour, minute, second] = parts.slice(1).map((part) => String(Number(part)));
    if (Number(hour) > 23) return none('hour', hour);
    if (Number(minute) > 59) return none('minute', minute);
    return Number(second) > 59 ? none('second', second) : null;
  },
};

/** @param {'hour' | 'minute' | 'second'} part @param {string} value that it cannot have */
const none = (part, value) => ({ code: `form.problem.${part}`, values: { [part]: value } });
