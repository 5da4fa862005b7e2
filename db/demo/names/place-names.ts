import { shuffled, streamOf } from '../draw.ts';

/**
 * Names that sound like places and are none: made from halves that do not occur in English place names, and compared
 * once with a gazetteer of the English-speaking countries.
 */
const firstHalves = [
  'Arkle',
  'Bexter',
  'Corvel',
  'Dunmarl',
  'Elsper',
  'Fenwar',
  'Garrow',
  'Hathel',
  'Ibster',
  'Jarrel',
  'Kestrel',
  'Lorrel',
  'Mardle',
  'Nesper',
  'Osper',
  'Pendrel',
  'Quill',
  'Rothel',
  'Selver',
  'Tamber',
  'Umber',
  'Varrel',
  'Wexel',
  'Yarrel',
  'Zennel',
  'Dorrel',
  'Farrel',
  'Gessel',
  'Istle',
  'Jessel',
  'Lanter',
  'Morvel',
  'Ottel',
  'Pellin',
  'Rendle',
  'Sarrow',
  'Tessel',
  'Ullet',
  'Vennel',
  'Wharl',
] as const;

const secondHalves = [
  'ford',
  'mouth',
  'combe',
  'wick',
  'stead',
  'bridge',
  'mere',
  'dale',
  'cross',
  'haven',
  'minster',
  'holme',
  'bourne',
  'marsh',
] as const;

/** More than five hundred invented places, in an order of the seed's own. */
export function inventedPlaces(seed: number): string[] {
  const all = firstHalves.flatMap((first) => secondHalves.map((second) => first + second));
  return shuffled(streamOf(seed, 'places'), all);
}
