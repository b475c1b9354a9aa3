/** @typedef {{ kind: 'time', seconds: boolean }} TimePattern */

/** A time of the day, from 0:00 to 23:59. @type {import('../pattern.js').Kind<TimePattern>} */
export const time = {
  name: 'Time',
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
    if (!parts) return `This is not a time: hours, minutes${hasSeconds ? ', seconds' : ''} are expected`;
    const [hours, minutes, seconds] = parts.slice(1).map(Number);
    if (hours > 23) return `There is no hour ${hours}`;
    if (minutes > 59) return `There is no minute ${minutes}`;
    return seconds > 59 ? `There is no second ${seconds}` : '';
  },
};
