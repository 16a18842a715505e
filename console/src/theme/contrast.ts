/** WCAG contrast, and the nearest readable neighbour of an organization's own colour. */
type Rgb = readonly [number, number, number];

export const defaultAccent = '#3457d5';

export function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The accent itself if it reads on the background; else moved towards black or white until it does. */
export function readableOn(background: string, accent: string, minimum = 4.6): string {
  const colour = isHex(accent) ? accent : defaultAccent;
  const target: Rgb = luminance(background) > 0.4 ? [0, 0, 0] : [255, 255, 255];
  for (let share = 0; share <= 1; share += 0.04) {
    const candidate = toHex(mix(toRgb(colour), target, share));
    if (contrast(candidate, background) >= minimum) {
      return candidate;
    }
  }
  return toHex(target);
}

export function textOn(background: string): '#ffffff' | '#14161a' {
  return contrast('#ffffff', background) >= 4.5 ? '#ffffff' : '#14161a';
}

export function isHex(value: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(value);
}

function luminance(hex: string): number {
  const [red, green, blue] = toRgb(hex).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toRgb(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return from.map((channel, index) => channel + ((to[index] ?? 0) - channel) * share) as unknown as Rgb;
}
