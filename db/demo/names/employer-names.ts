import { between, pick, type SeededRandom } from '../draw.ts';

const firstWords = [
  'Applegarth',
  'Barleycroft',
  'Bluefinch',
  'Brightlea',
  'Cobblers Yard',
  'Copperkettle',
  'Dovetail',
  'Eastfold',
  'Fernlight',
  'Foxglove Lane',
  'Goldfinch',
  'Greywether',
  'Hartsease',
  'Hazelbarn',
  'Ironbark',
  'Juniper Row',
  'Kingcup',
  'Larkfield',
  'Longmeadow',
  'Millrace',
  'Moorhen',
  'Northlight',
  'Oldstile',
  'Oxbow',
  'Pebblebrook',
  'Quarterdeck',
  'Redfinch',
  'Rookery',
  'Sandpiper',
  'Skylark',
  'Stonecrop',
  'Swallowtail',
  'Teasel',
  'Thistledown',
  'Underhay',
  'Valerian',
  'Wagtail',
  'Westering',
  'Willowbank',
  'Yellowhammer',
] as const;

/** What the employer does, with the kind of job it offers. */
const trades = [
  ['Bakery', 'food preparation'],
  ['Building Supplies', 'warehouse'],
  ['Car Wash', 'cleaning'],
  ['Care Homes', 'care'],
  ['Cleaning Company', 'cleaning'],
  ['Construction', 'construction'],
  ['Couriers', 'driving'],
  ['Dry Cleaners', 'cleaning'],
  ['Engineering', 'manufacturing'],
  ['Farm Shop', 'retail'],
  ['Food Wholesale', 'warehouse'],
  ['Garden Centre', 'retail'],
  ['Garage', 'vehicle repair'],
  ['Hardware', 'retail'],
  ['Hotel', 'hospitality'],
  ['Joinery', 'construction'],
  ['Kitchens', 'manufacturing'],
  ['Landscapes', 'grounds and gardens'],
  ['Laundry', 'cleaning'],
  ['Logistics', 'warehouse'],
  ['Nursery', 'grounds and gardens'],
  ['Office Services', 'office'],
  ['Packaging', 'manufacturing'],
  ['Painting and Decorating', 'construction'],
  ['Plumbing', 'construction'],
  ['Recycling', 'waste and recycling'],
  ['Restaurant', 'hospitality'],
  ['Security', 'security'],
  ['Stores', 'retail'],
  ['Support Services', 'care'],
] as const;

export interface InventedEmployer {
  name: string;
  /** As matching sees the name. */
  nameKey: string;
  postcode: string | null;
  jobType: string;
}

/** Postcodes beginning with Q are given to nobody. */
function inventedPostcode(random: SeededRandom): string {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  const letter = () => letters[random.integer(letters.length)] ?? 'A';
  return `Q${letter()}${between(random, 1, 19)} ${between(random, 1, 9)}${letter()}${letter()}`;
}

/** Employers of one team, all with different names. */
export function inventedEmployers(random: SeededRandom, count: number): InventedEmployer[] {
  const found = new Map<string, InventedEmployer>();
  while (found.size < count) {
    const [trade, jobType] = pick(random, trades);
    const name = `${pick(random, firstWords)} ${trade}`;
    const postcode = random.uniform() < 0.7 ? inventedPostcode(random) : null;
    found.set(name, { name, nameKey: name.toLowerCase(), postcode, jobType });
  }
  return [...found.values()];
}
