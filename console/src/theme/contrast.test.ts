import { contrast, readableOn, textOn } from './contrast';

describe('contrast', () => {
  it('agrees with the definition of WCAG at its ends', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#777777')).toBe(1);
  });

  it.each(['#ffee00', '#00ff88', '#3457d5', '#111111', '#eeeeee', 'not a colour'])(
    'makes the accent %s readable on both schemes',
    (accent) => {
      for (const background of ['#ffffff', '#171a20']) {
        expect(contrast(readableOn(background, accent), background)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('leaves an accent alone that reads already', () => {
    expect(readableOn('#ffffff', '#3457d5')).toBe('#3457d5');
  });

  it('writes on any colour so that it can be read', () => {
    for (const background of ['#ffee00', '#3457d5', '#808080', '#000000']) {
      expect(contrast(textOn(background), background)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
