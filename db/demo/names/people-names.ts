import { pick, type SeededRandom } from '../draw.ts';

const firstNames = [
  'Abena', 'Aidan', 'Alma', 'Amir', 'Anouk', 'Asha', 'Bastian', 'Beatrix', 'Callum', 'Chidi', 'Clara', 'Corin',
  'Dalia', 'Darius', 'Della', 'Edwin', 'Elspeth', 'Emeka', 'Farah', 'Felix', 'Fern', 'Gethin', 'Gita', 'Harlan',
  'Hester', 'Idris', 'Imogen', 'Ivo', 'Jalen', 'Jocasta', 'Kamal', 'Kerensa', 'Kofi', 'Leila', 'Lorcan', 'Lydia',
  'Mabel', 'Magnus', 'Mina', 'Nadir', 'Nell', 'Niamh', 'Odile', 'Orson', 'Padma', 'Perran', 'Quentin', 'Rhona',
  'Rohan', 'Sabine', 'Samir', 'Sorcha', 'Tamsin', 'Teodor', 'Uma', 'Una', 'Vikram', 'Willa', 'Yusuf', 'Zadie',
] as const;

const lastNames = [
  'Abara', 'Ashdown', 'Attwell', 'Baptiste', 'Barlow', 'Birkin', 'Bramwell', 'Carrow', 'Chaudry', 'Cottle', 'Darke',
  'Dunmore', 'Ellery', 'Faulds', 'Fenwick', 'Garside', 'Gill', 'Greaves', 'Hallam', 'Haddow', 'Hussain', 'Inskip',
  'Jessop', 'Joshi', 'Keane', 'Kirby', 'Lacey', 'Larkin', 'Lomax', 'Mabbott', 'Mensah', 'Merrick', 'Naylor', 'Nuttall',
  'Okafor', 'Orchard', 'Pascoe', 'Pettifer', 'Quayle', 'Rahman', 'Redfern', 'Rudd', 'Sethi', 'Silcock', 'Stanier',
  'Tandy', 'Thorne', 'Tranter', 'Underhill', 'Vance', 'Verma', 'Wadley', 'Weir', 'Whitlock', 'Yardley', 'Yeo',
] as const;

/** A name for somebody who does not exist. */
export function inventedPerson(random: SeededRandom): string {
  return `${pick(random, firstNames)} ${pick(random, lastNames)}`;
}

/** A different name each time it is asked: a team never has two people of one name. */
export function inventedPeople(random: SeededRandom): () => string {
  const taken = new Set<string>();
  return () => {
    for (;;) {
      const name = inventedPerson(random);
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}
